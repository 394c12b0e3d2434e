import { describe, expect, it } from 'vitest';
import { loadCourse } from '#src/content/load-course.ts';
import type { Example } from './rule.ts';
import { isRunning, learnerTexts } from './learner-texts.ts';
import { tinyCourse } from './testing/tiny-course.ts';

async function textsOf(files: Example['files'] = {}) {
  const { loaded } = await loadCourse(tinyCourse(files));
  if (!loaded) throw new Error('The course has the wrong shape.');
  return [...learnerTexts(loaded)];
}

describe('texts that learners read', () => {
  it.each([
    ['course.yaml', 6, 'text', 'Two boxes on a dock.'],
    ['course.yaml', 11, 'heading', 'Only module'],
    ['glossary.yaml', 3, 'text', 'A container.'],
    ['01-boxes/index.md', 3, 'text', 'Two boxes'],
    ['01-boxes/index.md', 10, 'text', 'Tell a held box from a released one'],
    ['01-boxes/index.md', 17, 'heading', 'Two boxes'],
    ['01-boxes/index.md', 19, 'text', 'One is red, one is green: a box.'],
    ['01-boxes/quiz.yaml', 4, 'prompt', 'Which box is held?'],
    ['01-boxes/quiz.yaml', 11, 'item', 'The red one'],
    ['01-boxes/quiz.yaml', 13, 'feedback', 'Red means held on this dock.'],
    ['01-boxes/quiz.yaml', 36, 'label', 'boxes'],
  ])('are in %s, line %i, as %s', async (file, line, role, text) => {
    const found = (await textsOf()).filter((each) => each.text === text && each.file === file);
    expect(found.map((each) => [each.line(), each.role])).toContainEqual([line, role]);
  });

  it('are those of an explanation as well, in the section of its question', async () => {
    const explanation = 'bloom: understand\n    explanation: Colors speak.';
    const texts = await textsOf({ '01-boxes/quiz.yaml': ['bloom: understand', explanation] });
    const own = texts.find(({ text }) => text === 'Colors speak.');
    const stem = texts.find(({ text }) => text === 'Which box is held?');
    expect(own?.section).toBe(stem?.section);
  });

  it('run, unless they are titles or single words', async () => {
    const roles = new Set((await textsOf()).filter(isRunning).map(({ role }) => role));
    expect(roles).toEqual(new Set(['text', 'prompt', 'item', 'feedback']));
  });
});
