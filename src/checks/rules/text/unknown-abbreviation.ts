import { learnerTexts } from '#src/checks/learner-texts.ts';
import type { Rule } from '#src/checks/rule.ts';

/** Abbreviations that readers of a newspaper know, and words that are capitals for emphasis. */
const COMMON = new Set(
  `AM CEO EU FAQ FBI GPS HTML ID IT OK PDF PM SMS TV UK UN U.S. USB XML
ALL AND EXCEPT FALSE LEAST MOST NEVER NO NOT ONE OR TRUE`.split(/\s+/),
);

/** Two to six capitals, as plural or possessive too, or capitals with periods. */
const ABBREVIATION =
  /(?<![\p{L}\p{N}.&-])(?:([A-Z]{2,6})(?=(?:s|[’']s)?(?![\p{L}\p{N}-]))|((?:[A-Z]\.){2,}))/gu;
/** `19 CFR 4.8`, `90 FR 37775`, `No. 24-1287`: a citation is looked up, not read. */
const CITATION = /\d+ [A-Z.]{2,} (?:part |§ ?|ch\. )?\d[\d.()a-z-]*/g;

/** Whatever abbreviation the course uses is in its glossary. Told once for each file. */
export const unknownAbbreviation: Rule = {
  id: 'text/unknown-abbreviation',
  *check(loaded) {
    const known = new Set(COMMON);
    for (const { term } of loaded.course.glossary.values()) {
      for (const abbreviation of abbreviationsIn(term)) known.add(abbreviation);
    }
    const told = new Set<string>();
    for (const { text, file, line } of learnerTexts(loaded)) {
      for (const abbreviation of abbreviationsIn(text)) {
        const key = `${file} ${abbreviation}`;
        if (known.has(abbreviation) || told.has(key)) continue;
        told.add(key);
        yield {
          file,
          line: line(),
          severity: 'warning',
          rule: 'text/unknown-abbreviation',
          message: `The abbreviation “${abbreviation}” is not in the glossary.`,
          hint: 'Add it to glossary.yaml, in the `term` of its entry, or write it out.',
        };
      }
    }
  },
  examples: {
    good: [
      {
        name: 'an abbreviation of the glossary, in the plural, and common ones',
        files: {
          'glossary.yaml':
            'box:\n  term: Box\n  definition: A container.\nteu:\n  term: Twenty-foot unit (TEU)\n  definition: A box.\n',
          '01-boxes/index.md': ['One is red', 'TEUs are NOT in the U.S. FAQ. One is red'],
        },
      },
      {
        name: 'a citation',
        files: { '01-boxes/index.md': ['One is red', 'By 19 CFR 4.8 one is red'] },
      },
    ],
    bad: [
      {
        name: 'an unknown abbreviation in a lesson, told once',
        files: { '01-boxes/index.md': ['One is red', 'A TEU is a box. TEUs float. One is red'] },
        says: [
          'lessons/01-boxes/index.md:19  warning  text/unknown-abbreviation\n  The abbreviation “TEU” is not in the glossary.\n  Add it to glossary.yaml, in the `term` of its entry, or write it out.',
        ],
      },
      {
        name: 'an unknown abbreviation in an option',
        files: { '01-boxes/quiz.yaml': ['The blue one', 'The D.C. one'] },
        says: [
          'lessons/01-boxes/quiz.yaml:16  warning  text/unknown-abbreviation\n  The abbreviation “D.C.” is not in the glossary.\n  Add it to glossary.yaml, in the `term` of its entry, or write it out.',
        ],
      },
    ],
  },
};

function abbreviationsIn(text: string): string[] {
  const matches = text.replace(CITATION, '').matchAll(ABBREVIATION);
  return [...matches].map(([, plain, dotted]) => plain ?? dotted ?? '');
}
