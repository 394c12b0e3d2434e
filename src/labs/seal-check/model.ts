import { chance, mixSeed, shuffledOrder } from '#src/course/shuffle.ts';
import type { DebriefPoint, LabModel, LogEntry } from '#src/labs/lab.ts';
import { shareOfRight } from '#src/labs/share-of-right.ts';
import type { BoxPoint, Outcome, SealCheck, SealPoint } from './scenario.ts';

/** What can be done with a box, besides looking. */
const MOVES = ['load', 'seal', 'hold', 'report', 'mend', 'accept', 'open', 'reseal'] as const;
export type Move = (typeof MOVES)[number];

/** Looks at a point, named by its index, or does something with the box. */
export type Decision = { readonly look: number } | { readonly move: Move };

export interface Box {
  readonly kind: 'empty' | 'sealed';
  /** Indices of what is wrong: the point, and which of its flaws. */
  readonly flaw: { readonly point: number; readonly which: number } | null;
  readonly cargo: number;
  /** Number on the seal (of an empty box: of the seal that waits for it), and in the papers. */
  readonly seal: string;
  readonly papers: string;
}

export interface State {
  readonly boxes: readonly Box[];
  /** What was decided on each box so far. */
  readonly acts: readonly (readonly Decision[])[];
}

export type Phase = 'checking' | 'loaded' | 'held' | 'done';

const POSSIBLE: Readonly<Record<Box['kind'], Readonly<Record<Phase, readonly Move[]>>>> = {
  empty: {
    checking: ['load', 'hold'],
    loaded: ['seal', 'hold'],
    held: ['report', 'mend'],
    done: [],
  },
  sealed: {
    checking: ['accept', 'hold', 'open', 'reseal'],
    loaded: [],
    held: ['report', 'mend'],
    done: [],
  },
};

/** One box of the run, with all that was done with it. */
export interface BoxFile {
  readonly box: Box;
  readonly acts: readonly Decision[];
  readonly phase: Phase;
  /** Indices of the points looked at, and how many of them before the first move. */
  readonly looks: readonly number[];
  readonly inTime: readonly number[];
  readonly moves: readonly Move[];
}

export function boxFiles({ boxes, acts }: State): readonly BoxFile[] {
  return boxes.map((box, index) => fileOf(box, acts[index] ?? []));
}

function fileOf(box: Box, acts: readonly Decision[]): BoxFile {
  const moves = acts.flatMap((act) => ('move' in act ? [act.move] : []));
  const firstMove = acts.findIndex((act) => 'move' in act);
  return {
    box,
    acts,
    phase: phaseAfter(moves.at(-1)),
    looks: looksIn(acts),
    inTime: looksIn(firstMove < 0 ? acts : acts.slice(0, firstMove)),
    moves,
  };
}

function looksIn(acts: readonly Decision[]): readonly number[] {
  return acts.flatMap((act) => ('look' in act ? [act.look] : []));
}

function phaseAfter(move: Move | undefined): Phase {
  if (move === undefined) return 'checking';
  if (move === 'load') return 'loaded';
  return move === 'hold' ? 'held' : 'done';
}

/** Place of the box at hand; −1 when all are done. */
export function boxAtHand(state: State): number {
  return boxFiles(state).findIndex(({ phase }) => phase !== 'done');
}

/** The points of a box: places on an empty one, checks of a seal. */
export function pointsOf(scenario: SealCheck, { kind }: Box): readonly (BoxPoint | SealPoint)[] {
  return scenario[kind].points;
}

/** Can this point still be looked at? The load hides what is inside. */
export function canLook(scenario: SealCheck, { box, phase, looks }: BoxFile, at: number): boolean {
  const point = pointsOf(scenario, box)[at];
  if (!point || looks.includes(at)) return false;
  const isOutside = point.part === 'doors' || point.part === 'under';
  return phase === 'checking' || (phase === 'loaded' && isOutside);
}

export function possibleMoves({ box, phase }: BoxFile): readonly Move[] {
  return POSSIBLE[box.kind][phase];
}

export function moveLabel(scenario: SealCheck, { kind }: Box, move: Move): string {
  const labels: Readonly<Partial<Record<Move, string>>> = scenario[kind].labels;
  return labels[move] ?? move;
}

/** What is wrong with this box; undefined where nothing is. */
function flawOf(scenario: SealCheck, { kind, flaw }: Box) {
  return flaw ? scenario[kind].points[flaw.point]?.flaws[flaw.which] : undefined;
}

/** The flaw that shows at a point: a cut seal shows at every check of its strength. */
export function flawAt(scenario: SealCheck, box: Box, at: number) {
  const flaw = flawOf(scenario, box);
  const part = pointsOf(scenario, box)[at]?.part;
  const isSpoilt = flaw?.spoils !== undefined && (part === 'tug' || part === 'twist');
  return box.flaw?.point === at || isSpoilt ? flaw : undefined;
}

/** What one sees at a point of this box. */
export function sightAt(scenario: SealCheck, box: Box, at: number): string {
  const flaw = flawAt(scenario, box, at);
  const wrong = box.flaw?.point === at ? flaw?.sees : flaw?.spoils;
  const text = wrong ?? pointsOf(scenario, box)[at]?.sees ?? '';
  return text.replace('{seal}', box.seal).replace('{papers}', box.papers);
}

type Ending = keyof SealCheck['sealed']['outcomes'];

/** Was the box checked before anything was done with it? Where a flaw is found, that is enough. */
function isChecked(scenario: SealCheck, { box, inTime }: BoxFile): boolean {
  if (box.flaw) return inTime.some((at) => flawAt(scenario, box, at) !== undefined);
  return inTime.length === pointsOf(scenario, box).length;
}

/** How a box ended. */
export function endingOf(scenario: SealCheck, file: BoxFile): Ending {
  const { box, moves } = file;
  const last = moves.at(-1);
  if (last === 'mend') return 'mended';
  if (last === 'open') return 'opened';
  if (last === 'reseal') return 'resealed';
  if (last === 'report') {
    if (!box.flaw) return 'needless';
    return isChecked(scenario, file) && !moves.includes('load') ? 'reported' : 'late';
  }
  if (box.flaw) return 'missed';
  return isChecked(scenario, file) ? 'good' : 'lucky';
}

export function outcomeOf(scenario: SealCheck, file: BoxFile): Outcome {
  const all: Readonly<Partial<Record<Ending, Outcome>>> = scenario[file.box.kind].outcomes;
  return all[endingOf(scenario, file)] ?? scenario[file.box.kind].outcomes.missed;
}

/** Did the box end as it should? */
export function isRight(scenario: SealCheck, file: BoxFile): boolean {
  return ['good', 'reported'].includes(endingOf(scenario, file));
}

function consequence(scenario: SealCheck, file: BoxFile): LogEntry {
  const { then } = outcomeOf(scenario, file);
  const truth = flawOf(scenario, file.box)?.means;
  return {
    text: truth ? `${then} ${truth}` : then,
    tone: isRight(scenario, file) ? 'good' : 'bad',
  };
}

function logOfBox(scenario: SealCheck, file: BoxFile, place: number): LogEntry[] {
  const { box, acts } = file;
  const steps: Readonly<Partial<Record<Move, string>>> = scenario[box.kind].then;
  return acts.map((act) => {
    const where = `Box ${place + 1}. `;
    if ('look' in act) {
      const label = pointsOf(scenario, box)[act.look]?.label ?? '';
      return { text: `${where}${label}: ${sightAt(scenario, box, act.look)}`, tone: 'plain' };
    }
    const step = steps[act.move];
    if (step !== undefined) return { text: where + step, tone: 'plain' };
    const { text, tone } = consequence(scenario, file);
    return { text: where + text, tone };
  });
}

function debriefOfBox(scenario: SealCheck, file: BoxFile, place: number): DebriefPoint[] {
  const { box, inTime } = file;
  const { title, count, why, rule } = scenario[box.kind];
  const total = pointsOf(scenario, box).length;
  return [
    {
      right: isChecked(scenario, file),
      did: `Box ${place + 1}, ${title}: ${inTime.length} of ${total} ${count} before you acted.`,
      expert: why,
      rule,
    },
    {
      right: isRight(scenario, file),
      did: `Box ${place + 1}: ${consequence(scenario, file).text}`,
      expert: outcomeOf(scenario, file).why,
      rule,
    },
  ];
}

/** Draws the boxes: at least one with a flaw, and, of several, at least one without. */
function drawBoxes(scenario: SealCheck, seed: number): Box[] {
  const kinds = [
    ...Array.from({ length: scenario.empty.boxes }, () => 'empty' as const),
    ...Array.from({ length: scenario.sealed.boxes }, () => 'sealed' as const),
  ];
  const order = shuffledOrder(kinds.length, mixSeed(seed, 1));
  const flawed = 1 + Math.floor(chance(mixSeed(seed, 2))() * Math.max(1, kinds.length - 1));
  const hasFlaw = shuffledOrder(kinds.length, mixSeed(seed, 3)).slice(0, flawed);
  return order.map((kind, place) =>
    drawBox(scenario, kinds[kind] ?? 'empty', hasFlaw.includes(place), mixSeed(seed, 4, kind)),
  );
}

function drawBox(scenario: SealCheck, kind: Box['kind'], hasFlaw: boolean, seed: number): Box {
  const next = chance(seed);
  const pick = (length: number) => Math.floor(next() * length);
  const { points, cargos } = scenario[kind];
  const point = pick(points.length);
  const flaw = { point, which: pick(points[point]?.flaws.length ?? 1) };
  const seal = String(2_000_000 + pick(7_000_000));
  const box = { kind, flaw: hasFlaw ? flaw : null, cargo: pick(cargos.length), seal };
  const isOther = flawOf(scenario, { ...box, papers: seal })?.look === 'digit';
  return { ...box, papers: isOther ? oneDigitOff(seal, pick(seal.length), 1 + pick(9)) : seal };
}

function oneDigitOff(number: string, at: number, by: number): string {
  const digit = (Number(number[at]) + by) % 10;
  return `${number.slice(0, at)}${digit}${number.slice(at + 1)}`;
}

/** Codes below this are looks; from here on they are moves. */
const FIRST_MOVE = 100;

export const model: LabModel<SealCheck, State, Decision> = {
  start(scenario, seed) {
    const boxes = drawBoxes(scenario, seed);
    return { boxes, acts: boxes.map(() => []) };
  },
  decide(scenario, state, decision) {
    const at = boxAtHand(state);
    const file = boxFiles(state)[at];
    if (!file) return undefined;
    const isPossible =
      'look' in decision
        ? canLook(scenario, file, decision.look)
        : possibleMoves(file).includes(decision.move);
    if (!isPossible) return undefined;
    const acts = state.acts.map((one, index) => (index === at ? [...one, decision] : one));
    return { ...state, acts };
  },
  isOver: (_, state) => boxAtHand(state) < 0,
  score: (scenario, state) => shareOfRight(model.debrief(scenario, state)),
  log: (scenario, state) =>
    boxFiles(state).flatMap((file, place) => logOfBox(scenario, file, place)),
  debrief: (scenario, state) =>
    boxFiles(state).flatMap((file, place) => debriefOfBox(scenario, file, place)),
  steps: (scenario, state) =>
    boxFiles(state).map((file, place) => [`box_${place + 1}`, endingOf(scenario, file)] as const),
  expert(scenario, state) {
    const file = boxFiles(state)[boxAtHand(state)];
    if (!file) return undefined;
    const { box, phase, looks } = file;
    if (phase === 'held') return { move: 'report' };
    if (looks.some((at) => flawAt(scenario, box, at))) return { move: 'hold' };
    const look = pointsOf(scenario, box).findIndex((_, at) => canLook(scenario, file, at));
    if (look >= 0) return { look };
    if (phase === 'loaded') return { move: 'seal' };
    return { move: box.kind === 'empty' ? 'load' : 'accept' };
  },
  encode: (_, decision) =>
    'look' in decision ? decision.look : FIRST_MOVE + MOVES.indexOf(decision.move),
  decode({ empty, sealed }, code) {
    if (code < Math.max(empty.points.length, sealed.points.length)) return { look: code };
    const move = MOVES[code - FIRST_MOVE];
    return move && { move };
  },
};
