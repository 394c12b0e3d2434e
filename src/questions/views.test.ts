import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { example as caseExample } from './case/example.ts';
import { example as hotspot } from './hotspot/example.ts';
import { example as categorize } from './categorize/example.ts';
import { example as matching } from './matching/example.ts';
import { example as multipleResponse } from './multiple-response/example.ts';
import { example as numeric } from './numeric/example.ts';
import { example as ordering } from './ordering/example.ts';
import { kindOf, type KindName, type Question, type QuestionResponse } from './registry.ts';
import { example as shortAnswer } from './short-answer/example.ts';
import { example as singleChoice } from './single-choice/example.ts';
import { viewOf } from './views.ts';

const CASES = {
  'single-choice': [singleChoice, 0],
  'multiple-response': [multipleResponse, [0, 1]],
  ordering: [ordering, [1, 2, 3, 4, 0]],
  numeric: [numeric, '17'],
  case: [caseExample, [2, 1]],
  'short-answer': [shortAnswer, 'Border Integrity Executive Council'],
  hotspot: [hotspot, [0, 1]],
  matching: [matching, [0, 2, 4, 3]],
  categorize: [categorize, [0, 1, 1, 1, 0]],
} satisfies Record<KindName, readonly [Question, QuestionResponse]>;

function html(question: Question, response: QuestionResponse, review: boolean): string {
  const { body } = render(viewOf(question), {
    props: {
      question,
      response,
      onrespond: () => {},
      review,
      order: kindOf(question).order(question, 1),
      labelledby: 'stem',
    },
  });
  return body;
}

describe.each(Object.values(CASES))('the view of $kind', (question, response) => {
  it('is named by the stem', () => {
    expect(html(question, response, false)).toContain('aria-labelledby="stem"');
    expect(html(question, response, true)).toContain('aria-labelledby="stem"');
  });

  it('says nothing about right and wrong while answering', () => {
    expect(html(question, response, false)).not.toMatch(/\b(right|wrong)\b/i);
  });

  it('marks the control to go on with until something is answered', () => {
    const blank = kindOf(question).blank(question);
    expect(html(question, blank, false)).toMatch(/<(input|select|button)[^>]* data-open/);
    expect(html(question, response, true)).not.toContain('data-open');
  });

  it('shows every remark in review', () => {
    const body = html(question, response, true);
    for (const { text } of kindOf(question).feedback(question, response)) {
      expect(body).toContain(text);
    }
  });

  it('takes no input in review', () => {
    const body = html(question, response, true);
    const isOff = body.includes('<fieldset') ? / disabled/ : /^(?!.*<(input|button|select))/s;
    expect(body).toMatch(isOff);
  });
});

// A case tells what came of each decision: see below.
const SILENT = Object.values(CASES).filter(([{ kind }]) => kind !== 'case');

describe.each(SILENT)('the view of $kind', (question, response) => {
  it('keeps its remarks until the answer is submitted', () => {
    const body = html(question, response, false);
    for (const { text } of kindOf(question).feedback(question, response)) {
      expect(body).not.toContain(text);
    }
  });
});

describe('choices', () => {
  it.each([
    ['radio', singleChoice],
    ['checkbox', multipleResponse],
  ] as const)('are native inputs of type %s, each in its label', (type, question) => {
    const body = html(question, kindOf(question).blank(question), false);
    const inputs = body.match(new RegExp(`<label[^>]*><input type="${type}"`, 'g'));
    expect(inputs).toHaveLength(question.options.length);
  });

  it('say in words which answers were given and which were right', () => {
    const words = html(multipleResponse, [0, 1], true).match(/(Your|Right) answer[^<]*/g);
    expect(words?.toSorted()).toEqual([
      'Right answer',
      'Right answer',
      'Your answer, right',
      'Your answer, wrong',
    ]);
  });
});

describe('ordering', () => {
  const labels = (body: string) => body.match(/Move (up|down): Vessel docks/g);

  it('moves every step by buttons that name it', () => {
    expect(labels(html(ordering, null, false))).toEqual([
      'Move up: Vessel docks',
      'Move down: Vessel docks',
    ]);
  });

  it('tells where each step stands, before its text', () => {
    const body = html(ordering, [1, 0, 2, 3, 4], true);
    const [first] = ordering.steps;
    expect(body).toMatch(new RegExp(`Place 2 of 5:</span> <p[^>]*>${first?.text ?? 'none'}<`));
  });

  it('offers to keep the order shown until it is an answer', () => {
    expect(html(ordering, null, false)).toContain('Keep this order');
    expect(html(ordering, [1, 0, 2, 3, 4], false)).not.toContain('Keep this order');
  });
});

describe('matching', () => {
  it('asks with a native list for every pair, none of them answered', () => {
    const body = html(matching, kindOf(matching).blank(matching), false);
    const labels = [...body.matchAll(/<label for="([^"]+)"[^>]*>([^<]+)<\/label>/g)];
    expect(labels.map(([, , text]) => text)).toEqual(matching.pairs.map(({ text }) => text));
    for (const [, id] of labels) expect(body).toContain(`id="${id}"`);
    expect(body.match(/<option value=""[^>]* selected/g)).toHaveLength(matching.pairs.length);
  });

  it('offers every partner in the same shuffled order', () => {
    const body = html(matching, [null, 2, 4, 3], false);
    const lists = body.split('<select').slice(1);
    const texts = lists.map((list) =>
      Array.from(list.matchAll(/<option[^>]*>([^<]*)/g), ([, text]) => text),
    );
    const order = kindOf(matching).order(matching, 1);
    const all = [...matching.pairs.map(({ match }) => match), ...matching.extras];
    const shuffled = ['Choose …', ...order.map((index) => all[index])];
    expect(texts).toEqual(matching.pairs.map(() => shuffled));
  });

  it('tells how often a partner fits, and which was chosen twice', () => {
    expect(html(matching, [0, 2, 0, null], false)).toContain(
      'Every partner fits once. One is left over.',
    );
    expect(html(matching, [0, 2, 0, null], false)).toContain(
      'Chosen twice: Receipt of the carrier.',
    );
  });
});

describe('categorize', () => {
  it('asks with a native radio group for every item, none of them answered', () => {
    const body = html(categorize, kindOf(categorize).blank(categorize), false);
    const groups = [...body.matchAll(/role="radiogroup" aria-labelledby="([^"]+)"/g)];
    expect(groups).toHaveLength(categorize.items.length);
    for (const [, id] of groups) expect(body).toContain(`<p id="${id}"`);
    const { length } = categorize.items.flatMap(() => categorize.bins);
    expect(body.match(/<label[^>]*><input type="radio"/g)).toHaveLength(length);
    expect(body).not.toContain('checked');
  });
});

describe.each([
  ['matching', matching, [0, 2, 4, 3]],
  ['categorize', categorize, [0, 1, 1, 1, 0]],
] as const)('the review of %s', (_kind, question, response) => {
  it('tells of each row what was chosen, and what is right where that is another', () => {
    const body = html(question, response, true);
    expect(body.match(/>Your answer</g)).toHaveLength(response.length);
    const wrong = kindOf(question)
      .feedback(question, response)
      .filter(({ option, right }) => option !== undefined && !right);
    expect(body.match(/>Right answer</g)).toHaveLength(wrong.length);
  });
});

describe('numeric', () => {
  it('keeps what was typed, number or not', () => {
    expect(html(numeric, 'about 80', false)).toContain('value="about 80"');
  });

  it('describes its field by unit and hint', () => {
    const body = html(numeric, '', false);
    const [, unit, hint] = /aria-describedby="(\S+) (\S+)"/.exec(body) ?? [];
    expect(body).toMatch(new RegExp(`id="${unit}"[^>]*>percent<`));
    expect(body).toMatch(
      new RegExp(`id="${hint}"[^>]*>.*Type a number, such as 1,250 or 0.75.`, 's'),
    );
  });
});

describe('case', () => {
  const [first, bill, stranger] = caseExample.decisions;
  const consequences = (body: string) =>
    caseExample.decisions
      .flatMap(({ options }) => options)
      .filter(({ consequence }) => body.includes(consequence))
      .map(({ text }) => text);

  it('shows the first decision alone, as native radio buttons with a button to decide', () => {
    const body = html(caseExample, [], false);
    expect(body).toContain(first?.prompt);
    expect(body).not.toContain(stranger?.prompt);
    expect(body.match(/<input type="radio"/g)).toHaveLength(3);
    expect(body).toMatch(/<button[^>]*>Decide</);
  });

  it('tells what came of a decision, takes it no more and asks the next one', () => {
    const body = html(caseExample, [1], false);
    expect(consequences(body)).toEqual([first?.options[1]?.text]);
    expect(body).toContain(bill?.prompt);
    expect(body.match(/<input type="radio"/g)).toHaveLength(2);
  });

  it('says that the case ends where no decision follows', () => {
    const body = html(caseExample, [2, 1], false);
    expect(consequences(body)).toEqual([first?.options[2]?.text, stranger?.options[1]?.text]);
    expect(body).toContain('The case ends here.');
    expect(body).not.toMatch(/<(input|button)/);
  });

  it('says in review in words how good each decision was, and which was best', () => {
    const words = (response: readonly number[]) =>
      html(caseExample, response, true).match(/(Your|Best) decision[^<]*/g);
    expect(words([2, 1])).toEqual([
      'Your decision, partly right',
      'Best decision',
      'Your decision, poor',
      'Best decision',
    ]);
    expect(words([0, 0])).toEqual(['Your decision, best', 'Your decision, best']);
  });

  it('marks a decision that was partly right by neither check nor cross', () => {
    expect(html(caseExample, [2, 0], true)).toContain('½');
    expect(html(caseExample, [1, 0], true)).not.toContain('½');
  });
});

describe('short answer', () => {
  it('takes as much text as its record keeps, and says what does not count', () => {
    const body = html(shortAnswer, 'BIE', false);
    const [, hint] = /aria-describedby="(\S+)"/.exec(body) ?? [];
    expect(body).toContain('value="BIE"');
    expect(body).toContain('maxlength="80"');
    expect(body).toMatch(new RegExp(`id="${hint}"[^>]*>.*accents and punctuation`, 's'));
  });

  it('shows the first answer as the right one', () => {
    const body = html(shortAnswer, 'Council', true);
    expect(body).toMatch(/>Council<.*>Border Interagency Executive Council</s);
  });
});

describe('hotspot', () => {
  const count = (body: string, pattern: RegExp) => body.match(pattern)?.length;

  it('describes its choices by the figure’s text, and hides the drawing', () => {
    const body = html(hotspot, [], false);
    const [, figure] = /<fieldset[^>]*aria-describedby="(\S+)"/.exec(body) ?? [];
    expect(body).toContain(`id="${figure}">${hotspot.figure.alt}<`);
    expect(body).toMatch(/aria-hidden="true">.*<svg viewBox="0 0 340 200">/s);
  });

  it('has one native input for each region, pressed in the list and in the figure', () => {
    const body = html(hotspot, [], false);
    const ids = [...body.matchAll(/<input[^>]* id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toHaveLength(hotspot.regions.length);
    for (const id of ids) expect(count(body, new RegExp(`<label for="${id}"`, 'g'))).toBe(1);
  });

  it('offers checkboxes where several regions are right, radio buttons where one is', () => {
    const regions = hotspot.regions.map((region, index) => ({ ...region, correct: index === 1 }));
    expect(count(html(hotspot, [], false), /type="checkbox"/g)).toBe(4);
    expect(count(html({ ...hotspot, regions }, [], false), /type="radio"/g)).toBe(4);
  });

  it('marks in the figure, by a sign too, what was right, wrong and missed', () => {
    const body = html(hotspot, [0, 1], true);
    const marks = [...body.matchAll(/data-state="(right|wrong|missed)"[^>]*><span[^>]*>([^<]+)/g)];
    expect(marks.map(([, state, tag]) => `${state} ${tag}`)).toEqual([
      'wrong A✕',
      'right B✓',
      'missed C✓',
    ]);
  });
});
