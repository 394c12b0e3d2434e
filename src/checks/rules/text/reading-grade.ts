import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import { isRunning, learnerTexts, type LearnerText } from '#src/checks/learner-texts.ts';
import type { Rule } from '#src/checks/rule.ts';
import { wordsOf } from '#src/checks/words.ts';
import { cutSentences } from '#src/content/sentences.ts';

const HIGHEST_GRADE = 11;
/** The formula says little of a few sentences. */
const ENOUGH_WORDS = 60;

/** A part of a lesson and a question read as text for the eleventh grade at most. */
export const readingGrade: Rule = {
  id: 'text/reading-grade',
  *check(loaded) {
    for (const { first, counts } of sections(learnerTexts(loaded))) {
      const grade = fleschKincaid(counts);
      if (counts.word < ENOUGH_WORDS || grade <= HIGHEST_GRADE) continue;
      yield {
        file: first.file,
        line: first.line(),
        severity: 'warning',
        rule: 'text/reading-grade',
        message: `What begins here reads as grade ${grade.toFixed(1)} (Flesch-Kincaid).`,
        hint: `Use shorter sentences and plainer words; ${HIGHEST_GRADE} is the highest, 8 to 9 a good aim.`,
      };
    }
  },
  examples: {
    good: [
      {
        name: 'short sentences',
        files: {
          '01-boxes/index.md': ['One is red', `${'The box is red. '.repeat(20)}One is red`],
        },
      },
    ],
    bad: [
      {
        name: 'long words',
        files: {
          '01-boxes/index.md': [
            'One is red',
            `${'International organizations administer authorization. '.repeat(20)}One is red`,
          ],
        },
        says: [
          'lessons/01-boxes/index.md:19  warning  text/reading-grade\n  What begins here reads as grade 38.1 (Flesch-Kincaid).\n  Use shorter sentences and plainer words; 11 is the highest, 8 to 9 a good aim.',
        ],
      },
    ],
  },
};

interface Section {
  readonly first: LearnerText;
  readonly counts: { sentence: number; word: number; syllable: number };
}

function sections(texts: Iterable<LearnerText>): Iterable<Section> {
  const sections = new Map<string, Section>();
  const syllables = new Map<string, number>();
  for (const text of texts) {
    if (!isRunning(text)) continue;
    const section = sections.get(text.section) ?? {
      first: text,
      counts: { sentence: 0, word: 0, syllable: 0 },
    };
    sections.set(text.section, section);
    section.counts.sentence += cutSentences(text.text).length;
    for (const word of wordsOf(text.text)) {
      const count = syllables.get(word) ?? Math.max(1, syllable(word));
      syllables.set(word, count);
      section.counts.word++;
      section.counts.syllable += count;
    }
  }
  return sections.values();
}
