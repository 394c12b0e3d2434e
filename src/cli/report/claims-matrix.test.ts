import { describe, expect, it } from 'vitest';
import { tinyCourse } from '#src/checks/testing/tiny-course.ts';
import { loadCourse } from '#src/content/load-course.ts';
import { claimsCsv } from './claims-csv.ts';
import { claimsHtml } from './claims-html.ts';
import { claimsMatrix } from './claims-matrix.ts';

const CLAIMS = `claims:
  - says: [Vessels <dock> at 6]
    basis: invented
  - says: [A box is held for 3 days, It is so by law]
    cites:
      - source: recap
        quote: must still release items
      - source: statute
  - says: [Every red box waits]
    cites:
      - source: recap
        quote: Every red box is held
`;

const { loaded } = await loadCourse(
  tinyCourse({
    '01-boxes/index.md': [
      'One is red',
      'A box is held for 3 days. It is so by law.\n\nEvery red box waits for CBP. Vessels &lt;dock&gt; at 6.\n\nOne is red',
    ],
    '01-boxes/claims.yaml': CLAIMS,
    'sources.yaml': [
      'recap:',
      "statute:\n  title: Boxes, “1 & 2”\n  read: whole\n  opened: '2026-11-24'\n  reviewBy: '2026-11-24'\nrecap:",
    ],
  }),
);
if (!loaded) throw new Error('The course does not load.');
const matrix = claimsMatrix(loaded);
const [boxes] = matrix.lessons;

describe('the matrix', () => {
  it('has every lesson, and every objective with its questions, scored ones first', () => {
    expect(matrix.lessons.map(({ lesson }) => lesson.id)).toEqual(['boxes', 'more-boxes']);
    const questions = boxes?.objectives.map((one) => one.questions.map(({ id }) => id));
    expect(questions).toEqual([['first-question', 'second-question', 'quick-check']]);
    expect(boxes?.objectives[0]?.questions.map(({ isScored }) => isScored)).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('numbers claims in the order of the text', () => {
    const claims = boxes?.claims.map(({ number, sentences }) => [number, sentences[0]?.text]);
    expect(claims).toEqual([
      [1, 'A box is held for 3 days.'],
      [2, 'Every red box waits for CBP.'],
      [3, 'Vessels <dock> at 6.'],
    ]);
  });

  it('joins an objective with the claims that rest on the same words as its questions', () => {
    expect(boxes?.objectives[0]?.claims.map(({ number }) => number)).toEqual([1]);
  });

  it('gives an objective the sources of its questions and claims, sorted', () => {
    expect(boxes?.objectives[0]?.sources).toEqual(['recap', 'statute']);
  });

  it('names the session of every quote', () => {
    const [question, , check] = boxes?.objectives[0]?.questions ?? [];
    expect(question?.cites[0]?.session).toBe('S1');
    expect(check?.cites[0]?.session).toBe('S10');
  });

  it('lists the sources by their ids', () => {
    expect(matrix.sources.map(([id]) => id)).toEqual(['recap', 'statute']);
  });
});

describe('the table', () => {
  const lines = claimsCsv(matrix).split('\r\n');

  it('begins with the names of its columns', () => {
    expect(lines[0]).toBe(
      'Objective,Lesson,Lesson reviewed,Questions,Claim or stem,Line,Basis,Source,Title,Publisher,Citation,Address,Quote,Session,Whose words,Read,Opened,Review by',
    );
  });

  it('has a row for each citation of a question', () => {
    expect(lines[1]).toBe(
      'tell-boxes-apart,boxes,2026-11-24,first-question,Which box is held?,,,recap,The recap,,,,CBP must still release items,S1,,whole,2026-11-24,2027-11-24',
    );
  });

  it('has a row for each citation of each sentence, with what tests it', () => {
    expect(lines).toContain(
      'tell-boxes-apart,boxes,2026-11-24,first-question; second-question; quick-check,It is so by law.,19,,statute,"Boxes, “1 & 2”",,,,,,,whole,2026-11-24,2026-11-24',
    );
  });

  it('has a row for a sentence with a basis in place of a source', () => {
    expect(lines).toContain(',boxes,2026-11-24,,Vessels <dock> at 6.,21,invented,,,,,,,,,,,');
  });

  it('has as many fields in every row', () => {
    const plain = lines.filter((line) => line !== '' && !line.includes('"'));
    expect(new Set(plain.map((line) => line.split(',').length))).toEqual(new Set([18]));
  });
});

describe('the page', () => {
  const page = claimsHtml(matrix, ':root { --ink: black; }', '2026-11-25');

  it('escapes what authors wrote', () => {
    expect(page).toContain('Vessels &lt;dock&gt; at 6.');
    expect(page).toContain('Boxes, “1 &amp; 2”');
  });

  it('needs no other file', () => {
    expect(page).not.toMatch(/src=|<link|url\(/);
  });

  it('links each source and each claim to a place that is there', () => {
    const links = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter((id) => !ids.has(id ?? ''))).toEqual([]);
  });

  it('marks a source that is overdue', () => {
    expect(page.match(/overdue/g)).toHaveLength(1);
  });
});
