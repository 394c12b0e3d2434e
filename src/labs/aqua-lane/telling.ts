import type { DebriefPoint } from '#src/labs/lab.ts';
import type { AquaLane } from './scenario.ts';
import { callOf, canQualify, factsAt, messageOf, phaseOf, type CallRun } from './state.ts';

/** One thing that was decided about a call, with how well: 0…1 of `weight`. */
export interface Marked extends Omit<DebriefPoint, 'right'> {
  readonly step: string;
  readonly done: string;
  readonly credit: number;
  readonly weight: number;
}

const HALF = 0.5;

export function hoursText(count: number): string {
  return `${count} ${count === 1 ? 'hour' : 'hours'}`;
}

/** Where a call stands in time. */
export function clockText(clock: number): string {
  if (clock === 0) return 'at arrival';
  return clock < 0 ? `${hoursText(-clock)} before arrival` : `${hoursText(clock)} after arrival`;
}

/** Share of the ticks that are as they should be. */
function shareOf(ticks: readonly boolean[], right: readonly boolean[]): number {
  return right.filter((one, index) => ticks[index] === one).length / Math.max(1, right.length);
}

const bits = (ticks: readonly boolean[]) => ticks.map(Number).join('');

function listed(words: readonly string[]): string {
  return words.length > 0 ? words.join('; ') : 'nothing';
}

function markCheck(scenario: AquaLane, run: CallRun, checked: readonly boolean[]): Marked {
  const call = callOf(scenario, run);
  const facts = factsAt(scenario, call, -call.opens);
  const credit = shareOf(
    checked,
    facts.map(({ isMet }) => isMet),
  );
  const wrong = facts.filter(({ isMet }, index) => checked[index] !== isMet);
  const open = facts.filter(({ isMet }) => !isMet);
  const said = open.map(({ condition, text }) => `Not met then: “${condition.label}”. ${text}`);
  return {
    step: 'check',
    done: bits(checked),
    credit,
    weight: 2,
    did:
      wrong.length === 0
        ? 'You read the file right.'
        : `You misread: ${listed(wrong.map(({ condition }) => condition.label))}.`,
    expert: open.length === 0 ? 'All conditions are met.' : said.join(' '),
    rule: scenario.checkRule,
  };
}

/** Full marks for the right way at the first try; half for a way found after a refusal. */
function askCredit(scenario: AquaLane, run: CallRun): number {
  const best = canQualify(scenario, callOf(scenario, run)) ? 'approved' : 'ordinary';
  if (run.way !== best) return 0;
  return run.requests.every(({ answer }) => answer === 'approved') ? 1 : HALF;
}

function markAsk(scenario: AquaLane, run: CallRun): Marked {
  const { moves, askRule } = scenario;
  const asked = run.requests.map(({ at, answer }) => {
    const what = answer === 'approved' ? 'approved' : 'denied';
    return `You asked ${clockText(at)}: ${what}.`;
  });
  const way = run.way === null || run.way === 'approved' ? [] : [`“${moves[run.way].label}.”`];
  return {
    step: 'ask',
    done: `${run.way ?? 'none'}_${run.requests.length}`,
    credit: askCredit(scenario, run),
    weight: 3,
    did: [...asked, ...way].join(' '),
    expert: callOf(scenario, run).because,
    rule: askRule,
  };
}

function markStart(scenario: AquaLane, started: readonly boolean[]): Marked {
  const { starts, startBecause, startRule } = scenario;
  const right = starts.map(({ may }) => may);
  return {
    step: 'start',
    done: bits(started),
    credit: shareOf(started, right),
    weight: 2,
    did: `You started: ${listed(starts.filter((_, index) => started[index]).map(({ label }) => label))}.`,
    expert: startBecause,
    rule: startRule,
  };
}

function markMessage(scenario: AquaLane, run: CallRun, answered: number): Marked {
  const { text, options, rule } = messageOf(scenario, run);
  const chosen = options[answered];
  const best = options.find(({ right }) => right);
  return {
    step: 'message',
    done: chosen?.id ?? 'none',
    credit: chosen?.right ? 1 : 0,
    weight: 2,
    did: `${text} You answered: ${chosen?.text ?? ''}`,
    expert: chosen?.right ? chosen.then : `${best?.text ?? ''} ${best?.then ?? ''}`,
    rule,
  };
}

function markGate(scenario: AquaLane, run: CallRun): Marked {
  const { gate } = scenario;
  const { boxes } = callOf(scenario, run);
  const early = run.gone.filter(({ isReleased }) => !isReleased);
  const names = (of: readonly number[]) => listed(of.map((box) => boxes[box]?.id ?? ''));
  const late = run.kept.filter((box) => !early.some((one) => one.box === box));
  const said = [
    ...(early.length > 0 ? [`Left unreleased: ${names(early.map(({ box }) => box))}.`] : []),
    ...(late.length > 0 ? [`Kept after release: ${names(late)}.`] : []),
  ];
  return {
    step: 'gate',
    done: `early_${early.length}_kept_${late.length}`,
    credit: (boxes.length - early.length - late.length * HALF) / boxes.length,
    weight: 3,
    did: said.length > 0 ? said.join(' ') : 'Each box left when it was released.',
    expert: gate.because,
    rule: gate.rule,
  };
}

/** All that was decided about a call so far, or should have been. */
export function marks(scenario: AquaLane, run: CallRun): readonly Marked[] {
  const { checked, way, started, answered } = run;
  const { vessel } = callOf(scenario, run);
  const isMissed =
    way !== null && way !== 'approved' && canQualify(scenario, callOf(scenario, run));
  const all = [
    ...(checked ? [markCheck(scenario, run, checked)] : []),
    ...(way ? [markAsk(scenario, run)] : []),
    ...(started ? [markStart(scenario, started)] : []),
    ...(isMissed ? [missedStart(scenario)] : []),
    ...(answered === null ? [] : [markMessage(scenario, run, answered)]),
    ...(phaseOf(scenario, run) === undefined ? [markGate(scenario, run)] : []),
  ];
  return all.map((one) => ({ ...one, did: `${vessel}. ${one.did}` }));
}

/** The hours that an approval would have given. */
function missedStart({ missed, startBecause, startRule }: AquaLane): Marked {
  return {
    step: 'start',
    done: 'missed',
    credit: 0,
    weight: 2,
    did: missed,
    expert: startBecause,
    rule: startRule,
  };
}
