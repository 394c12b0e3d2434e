import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  EMPTY_REGISTER,
  extendRegister,
  readRegister,
  renameIn,
  writeRegister,
  type Register,
  type Wanted,
} from './register.ts';

const id = fc.stringMatching(/^[a-c1]{1,2}(-[ab])?$/);
const wanted: fc.Arbitrary<Wanted> = fc
  .uniqueArray(fc.tuple(id, fc.uniqueArray(id, { maxLength: 6 })), {
    maxLength: 6,
    selector: ([lesson]) => lesson,
  })
  .map((entries) => new Map(entries));
/** What the content held at one release after another. */
const history = fc.array(wanted, { minLength: 1, maxLength: 6 });

function grown(releases: readonly Wanted[]): Register {
  return releases.reduce(extendRegister, EMPTY_REGISTER);
}

/** `lesson` and `lesson/question` with their numbers. */
function entries({ lessons }: Register): [string, number][] {
  return Object.entries(lessons).flatMap(([lesson, { number, questions }]) => [
    [lesson, number] as [string, number],
    ...Object.entries(questions).map(([question, own]): [string, number] => [
      `${lesson}/${question}`,
      own,
    ]),
  ]);
}

function isUnique(numbers: readonly number[]): boolean {
  return new Set(numbers).size === numbers.length;
}

describe('the register as content comes and goes', () => {
  it('never changes or removes a number, whatever is added or removed', () => {
    fc.assert(
      fc.property(history, wanted, (releases, next) => {
        const before = grown(releases);
        const after = new Map(entries(extendRegister(before, next)));
        for (const [name, number] of entries(before)) expect(after.get(name)).toBe(number);
      }),
    );
  });

  it('holds everything that is wanted', () => {
    fc.assert(
      fc.property(history, wanted, (releases, next) => {
        const after = new Map(entries(extendRegister(grown(releases), next)));
        for (const [lesson, questions] of next) {
          expect(after.has(lesson)).toBe(true);
          for (const question of questions) expect(after.has(`${lesson}/${question}`)).toBe(true);
        }
      }),
    );
  });

  it('gives no number twice: not to two lessons, not to two questions of a lesson', () => {
    fc.assert(
      fc.property(history, (releases) => {
        const lessons = Object.values(grown(releases).lessons);
        expect(isUnique(lessons.map(({ number }) => number))).toBe(true);
        for (const { questions } of lessons) {
          expect(isUnique(Object.values(questions))).toBe(true);
        }
      }),
    );
  });

  it('uses the smallest numbers, from 1, without gaps: saved records are shorter for it', () => {
    fc.assert(
      fc.property(history, (releases) => {
        const numbers = Object.values(grown(releases).lessons).map(({ number }) => number);
        expect(numbers.toSorted((a, b) => a - b)).toEqual(numbers.map((_, index) => index + 1));
      }),
    );
  });

  it('does not touch the register that it extends', () => {
    const before = grown([new Map([['boxes', ['held-box']]])]);
    extendRegister(before, new Map([['boxes', ['count-boxes']]]));
    expect(entries(before)).toEqual([
      ['boxes', 1],
      ['boxes/held-box', 1],
    ]);
  });

  it('gives a question that came back its old number', () => {
    const register = grown([
      new Map([['boxes', ['held-box', 'count-boxes']]]),
      new Map([['boxes', ['count-boxes']]]),
      new Map([['boxes', ['count-boxes', 'new-box', 'held-box']]]),
    ]);
    expect(register.lessons['boxes']?.questions).toEqual({
      'held-box': 1,
      'count-boxes': 2,
      'new-box': 3,
    });
  });
});

describe('the file of the register', () => {
  const SAMPLE = grown([
    new Map([
      ['boxes', ['held-box', 'count-boxes']],
      ['crates', ['open-crate']],
    ]),
  ]);

  it('reads back what was written', () => {
    fc.assert(
      fc.property(history, (releases) => {
        const register = grown(releases);
        expect(readRegister(writeRegister(register))).toEqual({ register, flaw: undefined });
      }),
    );
  });

  it('tells who opens it to leave it alone, and ends with a line break', () => {
    const text = writeRegister(SAMPLE);
    expect(text).toContain('Written by `npm run check -- --fix`; never edit, never remove');
    expect(text.endsWith('}\n')).toBe(true);
  });

  it('does not mind the order of keys, or their layout', () => {
    const { lessons, ...rest } = JSON.parse(writeRegister(SAMPLE)) as {
      lessons: Record<string, unknown>;
    };
    const turned = Object.fromEntries(Object.entries(lessons).toReversed());
    expect(readRegister(JSON.stringify({ lessons: turned, ...rest })).flaw).toBeUndefined();
  });

  it('refuses a changed number', () => {
    fc.assert(
      fc.property(history, fc.nat(), fc.integer({ min: 1, max: 99 }), (releases, at, by) => {
        const places = [...writeRegister(grown(releases)).matchAll(/: (\d+)/g)];
        fc.pre(places.length > 0);
        const place = places[at % places.length];
        const text = place?.input ?? '';
        const start = (place?.index ?? 0) + 2;
        // Above all others, so that no number is there twice.
        const edited = `${text.slice(0, start)}${100 + by}${text.slice(start).replace(/^\d+/, '')}`;
        expect(readRegister(edited).flaw).toBe('The register of ids was changed by hand.');
      }),
    );
  });

  it.each([
    ['removed', /\n +"held-box": 1,/, ''],
    ['renamed', '"held-box"', '"red-box"'],
    ['added', '"open-crate": 1', '"open-crate": 1, "close-crate": 2'],
  ])('refuses an entry %s by hand', (_what, from, to) => {
    const edited = writeRegister(SAMPLE).replace(from, to);
    expect(edited).not.toBe(writeRegister(SAMPLE));
    expect(readRegister(edited)).toEqual({
      register: undefined,
      flaw: 'The register of ids was changed by hand.',
    });
  });

  it('refuses a number that two lessons have', () => {
    const edited = writeRegister(SAMPLE).replace('"number": 2', '"number": 1');
    expect(readRegister(edited).flaw).toBe('Two lessons in the register of ids have the number 1.');
  });

  it('refuses a number that two questions of a lesson have', () => {
    const edited = writeRegister(SAMPLE).replace('"count-boxes": 2', '"count-boxes": 1');
    expect(readRegister(edited).flaw).toBe(
      'Two questions of “boxes” in the register of ids have the number 1.',
    );
  });

  it('refuses what is not JSON', () => {
    expect(readRegister('{').flaw).toBe('The register of ids is not valid JSON.');
  });

  it.each(['null', '[]', '{}', '{"comment":"","seal":"","lessons":{"boxes":1}}'])(
    'refuses another shape: %s',
    (text) => {
      expect(readRegister(text).flaw).toBe('The register of ids does not have its usual shape.');
    },
  );

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readRegister(text).register).toBeUndefined();
      }),
    );
  });
});

describe('a new name', () => {
  const register = { lessons: { boxes: { number: 4, questions: { red: 1, blue: 2 } } } };

  it('keeps the number of a question', () => {
    expect(renameIn(register, ['boxes', 'red'], 'scarlet')?.lessons).toEqual({
      boxes: { number: 4, questions: { scarlet: 1, blue: 2 } },
    });
  });

  it('keeps the numbers of a lesson and of all its questions', () => {
    expect(renameIn(register, ['boxes'], 'crates')?.lessons).toEqual({
      crates: { number: 4, questions: { red: 1, blue: 2 } },
    });
  });

  it.each([
    [['boxes', 'green'], 'scarlet'],
    [['crates'], 'barrels'],
    [['boxes', 'red'], 'blue'],
  ])('is refused where the old one is unknown or the new one taken: %s', (from, to) => {
    expect(renameIn(register, from, to)).toBeUndefined();
  });
});
