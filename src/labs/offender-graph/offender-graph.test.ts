import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diskReader } from '#src/content/disk-reader.ts';
import { loadCourse } from '#src/content/load-course.ts';
import { layout } from './layout.ts';
import { isShared, membersOf, nextStrongLink, reached, type Link } from './links.ts';
import { model } from './model.ts';
import {
  actorOf,
  attemptsLeft,
  dossierOf,
  isFileRight,
  linksOf,
  turnsOf,
  type Decision,
  type State,
} from './run.ts';
import { FIELDS, type Dossier, type OffenderGraph } from './scenario.ts';
import { script } from './script.ts';
import { monthUnder } from './sums.ts';

const authored = ((await loadCourse(diskReader('lessons'))).loaded?.course.lessons ?? [])
  .flatMap(({ labs }) => labs)
  .filter(({ kind }) => kind === 'offender-graph')
  .map(({ scenario }) => scenario as OffenderGraph);
const scenarios = [script.example, ...authored];

const anySeed = fc.integer({ min: 0, max: 0xffffffff });
/** Whatever comes into someone's head, as the numbers of a saved record. */
const anyCodes = fc.array(
  fc.oneof(fc.nat({ max: 8 }), fc.integer({ min: 100, max: 1600 }), fc.nat({ max: 11_600 })),
  { maxLength: 60 },
);

function guess(scenario: OffenderGraph, seed: number, codes: readonly number[]): State {
  return codes.reduce(
    (state, code) => {
      const decision = model.decode(scenario, code);
      return (decision && model.decide(scenario, state, decision)) ?? state;
    },
    model.start(scenario, seed),
  );
}

/** All files that strong links reach. */
function provable(dossier: Dossier): Set<number> {
  const links: Link[] = [];
  for (;;) {
    const next = nextStrongLink(dossier, reached(dossier, links));
    if (!next) return new Set(reached(dossier, links));
    links.push(next);
  }
}

describe.each(scenarios.map((scenario, index) => ({ index, scenario })))(
  'the repeat offender, scenario $index',
  ({ scenario }) => {
    it('can be proved: strong links reach all files of the actor, and no other', () => {
      for (const dossier of scenario.dossiers) {
        expect([...provable(dossier)].toSorted((a, b) => a - b)).toEqual(membersOf(dossier));
        expect(membersOf(dossier).length).toBeLessThan(dossier.files.length);
        expect(membersOf(dossier).length).toBeLessThanOrEqual(scenario.attempts + 1);
      }
    });

    it('names only consequences that there are, and answers each of them', () => {
      const known = new Set(scenario.tools.map(({ id }) => id));
      for (const { fits, misfits } of scenario.stages) {
        const named = [...fits.map(({ tool }) => tool), ...misfits.flatMap(({ tools }) => tools)];
        expect(named.filter((tool) => !known.has(tool))).toEqual([]);
        expect(new Set(named).size).toBe(named.length);
      }
    });

    it('draws a link only where both files say the same, and never more than may be tried', () => {
      fc.assert(
        fc.property(anySeed, anyCodes, (seed, codes) => {
          const state = guess(scenario, seed, codes);
          const dossier = dossierOf(scenario, state);
          const links = linksOf(scenario, state);
          expect(links.every((link) => isShared(dossier, link))).toBe(true);
          expect(new Set(links.map((link) => JSON.stringify(link))).size).toBe(links.length);
          expect(attemptsLeft(scenario, state)).toBeGreaterThanOrEqual(0);
        }),
      );
    });

    it('takes debarment for no answer, since by itself it does not stop imports', () => {
      const answers = scenario.stages.flatMap(({ fits }) => fits.map(({ tool }) => tool));
      expect(answers).not.toContain('debar');
    });

    it('loses no file: each lies on the table once, and the actor is some of them', () => {
      fc.assert(
        fc.property(anySeed, anyCodes, (seed, codes) => {
          const state = guess(scenario, seed, codes);
          const all = dossierOf(scenario, state).files.map((_, index) => index);
          expect(state.table.toSorted((a, b) => a - b)).toEqual(all);
          expect(all).toEqual(expect.arrayContaining([...actorOf(scenario, state)]));
        }),
      );
    });

    it('comes to an end, whatever is chosen', () => {
      const most = scenario.stages.length * scenario.tries;
      fc.assert(
        fc.property(
          anySeed,
          fc.array(fc.nat(), { minLength: most, maxLength: most }),
          (seed, luck) => {
            const tools = luck.map((number) => 1 + (number % scenario.tools.length));
            const end = guess(scenario, seed, [0, ...tools]);
            expect(model.isOver(scenario, end)).toBe(true);
            expect(turnsOf(scenario, end).length).toBeLessThanOrEqual(most);
          },
        ),
      );
    });

    it('leaves the expert’s offender with less, month by month, until it does not pay', () => {
      fc.assert(
        fc.property(anySeed, (seed) => {
          let state = model.start(scenario, seed);
          for (let next = model.expert(scenario, state); next;) {
            state = model.decide(scenario, state, next) ?? state;
            next = model.expert(scenario, state);
          }
          const sums = turnsOf(scenario, state).flatMap(({ month }) => month?.sum ?? []);
          expect(sums).toEqual(sums.toSorted((a, b) => b - a));
          expect(sums.at(-1)).toBeLessThan(0);
        }),
      );
    });

    it('shows that seizure alone still pays', () => {
      for (const dossier of scenario.dossiers) {
        for (const { traffic } of scenario.stages) {
          const seize = scenario.tools.find(({ id }) => id === 'seize');
          if (!traffic || !seize) continue;
          expect(monthUnder(dossier, traffic, seize, 1).sum).toBeGreaterThan(0);
        }
      }
    });
  },
);

describe('linking', () => {
  const scenario = script.example;
  const play = (...moves: Decision[]) =>
    moves.reduce<State>((state, move) => model.decide(scenario, state, move) ?? state, {
      ...model.start(scenario, 1),
      dossier: 0,
    });
  const link = (a: number, b: number, field: Link['field']): Decision => ({
    kind: 'link',
    link: { a, b, field },
  });

  it('gives nothing for a file that hangs by a weak link only', () => {
    const state = play(link(0, 1, 'goods'), { kind: 'name' });
    expect([...actorOf(scenario, state)]).toEqual([0, 1]);
    expect(isFileRight(scenario, state, 1)).toBe(false);
  });

  it('holds it against who claims a look-alike, though no link is drawn', () => {
    const honest = play(link(0, 1, 'phone'));
    const rash = play(link(0, 1, 'phone'), link(0, 3, 'phone'));
    expect(linksOf(scenario, rash)).toEqual(linksOf(scenario, honest));
    expect(isFileRight(scenario, honest, 3)).toBe(true);
    expect(isFileRight(scenario, rash, 3)).toBe(false);
  });

  it('forgives a link that was removed', () => {
    const wrong: Link = { a: 0, b: 3, field: 'goods' };
    const state = play(
      link(0, 1, 'phone'),
      { kind: 'link', link: wrong },
      { kind: 'unlink', link: wrong },
    );
    expect(isFileRight(scenario, state, 3)).toBe(true);
  });

  it('fines an actor only as far as he was proved', () => {
    const fine = scenario.tools.findIndex(({ wholeActor, fine: times }) => wholeActor && times > 0);
    const tools: Decision[] = [
      { kind: 'name' },
      { kind: 'tool', tool: 1 },
      { kind: 'tool', tool: fine },
    ];
    const fineAfter = (...links: Decision[]) =>
      turnsOf(scenario, play(...links, ...tools)).at(-1)?.month?.fine;
    expect(fineAfter(link(0, 1, 'phone'), link(1, 2, 'shipper'))).toBe(600);
    expect(fineAfter(link(0, 1, 'phone'))).toBe(400);
  });
});

describe('layout', () => {
  const anyLinks = fc.array(
    fc.record({
      a: fc.nat({ max: 3 }),
      b: fc.integer({ min: 4, max: 7 }),
      field: fc.constantFrom(...FIELDS),
    }),
    { maxLength: 8 },
  );

  it('is the same for the same links, and stays inside the picture', () => {
    fc.assert(
      fc.property(anyLinks, anySeed, (links, seed) => {
        const places = layout(8, links, seed);
        expect(layout(8, links, seed)).toEqual(places);
        for (const { x, y } of places) {
          expect(x).toBeGreaterThan(0);
          expect(x).toBeLessThan(100);
          expect(y).toBeGreaterThan(0);
          expect(y).toBeLessThan(100);
        }
      }),
      { numRuns: 15 },
    );
  });
});
