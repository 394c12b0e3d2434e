import { sessionsWith, wordsOf, type Digest } from '#src/content/digest.ts';
import { speakerOf } from '#src/content/voices.ts';
import { claimable } from '#src/checks/claimed-sentences.ts';
import type { Rule } from '#src/checks/rule.ts';
import type { Source } from '#src/course/schemas.ts';

/** Fewer words may stand in a source by chance. */
const SHORTEST_QUOTE = 3;

const QUOTE = /“([^“”]+)”/g;

const VOICES =
  '  quoted: true\n  voices: [{ who: Duke, words: [hook up to power] }, { who: Smith, words: [] }]\n';

/**
 * A speaker is given only the words that the source itself quotes of that speaker. The words of its
 * author may stand beside a speaker’s name where the sentence names the source as well.
 */
export const ownVoice: Rule = {
  id: 'claims/wrong-voice',
  *check(loaded) {
    for (const [id, { voices }] of loaded.course.sources) {
      const digest = loaded.digests.get(id);
      if (!voices || !digest) continue;
      for (const lesson of loaded.course.lessons) {
        for (const { text, line } of claimable(loaded, lesson)) {
          const wrong = wrongVoice(text, { id, voices, digest });
          if (!wrong) continue;
          yield {
            file: `${lesson.folder}/index.md`,
            line,
            severity: 'error',
            rule: 'claims/wrong-voice',
            message: `“${wrong.quote}” are not words that “${id}” quotes of ${wrong.who}.`,
            hint: `Write that the ${id} says so. Only words under \`voices\` in sources.yaml are a speaker’s own.`,
          };
        }
      }
    }
  },
  examples: {
    good: [
      {
        name: 'words that the source quotes of the speaker',
        files: {
          'sources.yaml': ['  quoted: true\n', VOICES],
          '01-boxes/index.md': ['One is red', 'It is Duke who said “hook up to power”. One is red'],
          '01-boxes/claims.yaml':
            'claims:\n  - says: [It is Duke]\n    cites: [{ source: recap, quote: hook up to power, session: S10 }]\n',
        },
      },
      {
        name: 'words of the author, said to be so',
        files: {
          'sources.yaml': ['  quoted: true\n', VOICES],
          '01-boxes/index.md': [
            'One is red',
            'By the recap, Smith wants to see “Every red box is held”. One is red',
          ],
          '01-boxes/claims.yaml':
            'claims:\n  - says: [By the recap]\n    cites: [{ source: recap, quote: Every red box is held }]\n',
        },
      },
    ],
    bad: [
      {
        name: 'words of the author in the mouth of a speaker',
        files: {
          'sources.yaml': ['  quoted: true\n', VOICES],
          '01-boxes/index.md': ['One is red', 'So Smith said “every red box is held”. One is red'],
          '01-boxes/claims.yaml':
            'claims:\n  - says: [So Smith said]\n    cites: [{ source: recap, quote: Every red box is held }]\n',
        },
        says: [
          'lessons/01-boxes/index.md:19  error  claims/wrong-voice\n  “every red box is held” are not words that “recap” quotes of Smith.\n  Write that the recap says so. Only words under `voices` in sources.yaml are a speaker’s own.',
        ],
      },
    ],
  },
};

interface Spoken {
  readonly id: string;
  readonly voices: NonNullable<Source['voices']>;
  readonly digest: Digest;
}

function wrongVoice(text: string, { id, voices, digest }: Spoken) {
  const named = voices.filter(({ who }) => text.includes(who));
  if (named.length === 0 || new RegExp(`\\b${id}\\b`, 'i').test(text)) return undefined;
  for (const [, quote = ''] of text.matchAll(QUOTE)) {
    const isShort = wordsOf(quote).length < SHORTEST_QUOTE;
    if (isShort || sessionsWith(quote, digest).length === 0) continue;
    const [first] = named;
    if (first && speakerOf(quote, named) === undefined) return { quote, who: first.who };
  }
  return undefined;
}
