import { chance, mixSeed } from '#src/course/shuffle.ts';
import type { DebriefPoint, LabModel, LogEntry } from '#src/labs/lab.ts';
import { shareOfRight } from '#src/labs/share-of-right.ts';
import { oddDraws, reportFilers, VERDICTS, type ReportFiler, type Verdict } from './report.ts';
import type { Act, DeskCase, ImporterReport } from './scenario.ts';

/** Filers, acts and options are named by their index. */
export type Decision =
  | { readonly ask: number }
  | { readonly judge: number; readonly verdict: Verdict }
  | { readonly close: true }
  | { readonly act: number }
  | { readonly enough: true }
  | { readonly option: number };

export interface State {
  readonly seed: number;
  readonly taken: readonly Decision[];
}

export type Phase = 'reading' | 'acting' | 'desk' | 'over';

/** The run so far, in the words of the trade. */
export interface Run {
  readonly phase: Phase;
  readonly asked: readonly number[];
  readonly judged: readonly { readonly filer: number; readonly verdict: Verdict }[];
  readonly acts: readonly number[];
  readonly option: number | undefined;
}

export function runOf({ taken }: State): Run {
  const option = taken.flatMap((one) => ('option' in one ? [one.option] : []))[0];
  return {
    phase: phaseOf(taken),
    asked: taken.flatMap((one) => ('ask' in one ? [one.ask] : [])),
    judged: taken.flatMap((one) =>
      'judge' in one ? [{ filer: one.judge, verdict: one.verdict }] : [],
    ),
    acts: taken.flatMap((one) => ('act' in one ? [one.act] : [])),
    option,
  };
}

function phaseOf(taken: readonly Decision[]): Phase {
  if (taken.some((one) => 'option' in one)) return 'over';
  if (taken.some((one) => 'enough' in one)) return 'desk';
  return taken.some((one) => 'close' in one) ? 'acting' : 'reading';
}

/** The case on the broker's desk in this run. */
export function deskCase({ desk }: ImporterReport, { seed }: State): DeskCase | undefined {
  return desk.cases[Math.floor(chance(mixSeed(seed, 3))() * desk.cases.length)];
}

/** The filers of this run's report. */
export function filersOf(scenario: ImporterReport, { seed }: State): readonly ReportFiler[] {
  return reportFilers(scenario, seed);
}

/** What the group answers about a filer; undefined where the filer is one of the firm's own. */
export function answerOn({ odd }: ReportFiler): string | undefined {
  return odd?.group.answer.replace('{number}', odd.number);
}

/** Days that the acts took, and the stolen entries there are then. */
export function tally(
  scenario: ImporterReport,
  { seed }: State,
  acts: readonly number[],
): { readonly days: number; readonly entries: number } {
  const shutters = scenario.acts.flatMap(({ shuts }, index) => (shuts ? [index] : []));
  let days = 0;
  let exposed = 0;
  for (const [count, index] of acts.entries()) {
    const spent = scenario.acts[index]?.days ?? 0;
    const isShut = shutters.every((shutter) => acts.slice(0, count).includes(shutter));
    days += spent;
    if (!isShut) exposed += spent;
  }
  const start = oddDraws(scenario, seed).find(({ truth }) => truth === 'theft')?.lines ?? 0;
  return { days, entries: start + Math.floor(exposed / scenario.everyDays) };
}

/** Was this act one to take, and had all that comes before it been done? */
function isInPlace({ acts }: ImporterReport, act: Act, before: readonly number[]): boolean {
  const done = before.map((index) => acts[index]?.id);
  return !act.never && act.after.every((id) => done.includes(id));
}

function canTake(scenario: ImporterReport, state: State, decision: Decision): boolean {
  const { phase, asked, judged, acts } = runOf(state);
  const filers = filersOf(scenario, state);
  if ('option' in decision) {
    return phase === 'desk' && deskCase(scenario, state)?.options[decision.option] !== undefined;
  }
  if ('act' in decision) {
    const isKnown = scenario.acts[decision.act] !== undefined;
    return phase === 'acting' && isKnown && !acts.includes(decision.act);
  }
  if ('enough' in decision) return phase === 'acting';
  if (phase !== 'reading') return false;
  if ('close' in decision) return true;
  const filer = 'ask' in decision ? decision.ask : decision.judge;
  if (!filers[filer] || judged.some((one) => one.filer === filer)) return false;
  return 'judge' in decision || !asked.includes(filer);
}

/** What a decision brought; `before` are those taken earlier. */
function entryOf(scenario: ImporterReport, state: State, before: number): LogEntry {
  const decision = state.taken[before];
  const earlier = { ...state, taken: state.taken.slice(0, before) };
  const filers = filersOf(scenario, state);
  if (!decision) return { text: '', tone: 'plain' };
  if ('ask' in decision) {
    const filer = filers[decision.ask];
    const answer = (filer && answerOn(filer)) ?? scenario.verdicts.ours.right;
    return { text: `${filer?.label ?? ''}: ${answer}`, tone: 'plain' };
  }
  if ('judge' in decision) {
    const filer = filers[decision.judge];
    const isRight = filer?.truth === decision.verdict;
    const { right, wrong } = scenario.verdicts[filer?.truth ?? 'ours'];
    const said = scenario.verdicts[decision.verdict].label;
    return {
      text: `${filer?.label ?? ''}: ${said}. ${isRight ? right : wrong}`,
      tone: isRight ? 'good' : 'bad',
    };
  }
  if ('act' in decision) return entryOfAct(scenario, earlier, decision.act);
  if ('option' in decision) {
    const option = deskCase(scenario, state)?.options[decision.option];
    return { text: option?.then ?? '', tone: option?.right ? 'good' : 'bad' };
  }
  return {
    text: 'close' in decision ? closing(scenario, state) : scenario.enoughThen,
    tone: 'plain',
  };
}

function closing(scenario: ImporterReport, { seed }: State): string {
  const theft = oddDraws(scenario, seed).find(({ truth }) => truth === 'theft');
  return scenario.closed
    .replace('{filer}', theft?.group.filer.label ?? '')
    .replace('{lines}', String(theft?.lines ?? 0));
}

function entryOfAct(scenario: ImporterReport, earlier: State, index: number): LogEntry {
  const { acts } = runOf(earlier);
  const act = scenario.acts[index];
  if (!act) return { text: '', tone: 'plain' };
  const was = tally(scenario, earlier, acts);
  const now = tally(scenario, earlier, [...acts, index]);
  const more =
    now.entries > was.entries ? scenario.meanwhile.replace('{count}', String(now.entries)) : '';
  return {
    text: `Day ${now.days}. ${act.then} ${more}`.trim(),
    tone: isInPlace(scenario, act, acts) ? 'good' : 'bad',
  };
}

function debriefOfFiler(
  scenario: ImporterReport,
  state: State,
  filer: ReportFiler,
  index: number,
): DebriefPoint[] {
  const { taken } = state;
  const askedAt = taken.findIndex((one) => 'ask' in one && one.ask === index);
  const judgedAt = taken.findIndex((one) => 'judge' in one && one.judge === index);
  const said = taken[judgedAt];
  const isRight = said !== undefined && 'judge' in said && said.verdict === filer.truth;
  const truth = scenario.verdicts[filer.truth];
  const judged: DebriefPoint = {
    right: isRight,
    did: said ? entryOf(scenario, state, judgedAt).text : `${filer.label}: you said nothing on it.`,
    expert: `${filer.label}: ${truth.label}. ${truth.why}`,
    rule: scenario.rule,
  };
  if (!filer.odd) return said && !isRight ? [judged] : [];
  const asked: DebriefPoint = {
    right: askedAt >= 0,
    did:
      askedAt >= 0 ? entryOf(scenario, state, askedAt).text : `${filer.label}: ${scenario.unasked}`,
    expert: scenario.askFirst,
  };
  return [asked, judged];
}

function debriefOfActs(scenario: ImporterReport, state: State): DebriefPoint[] {
  const { acts } = runOf(state);
  return scenario.acts.flatMap((act, index) => {
    const at = acts.indexOf(index);
    if (at < 0 && act.never) return [];
    const point = {
      right: at >= 0 && isInPlace(scenario, act, acts.slice(0, at)),
      did: at < 0 ? `Not done: ${act.label}.` : `${act.label}, as step ${at + 1}.`,
      expert: act.why,
      rule: act.rule,
    };
    return [point];
  });
}

function debriefOfDesk(scenario: ImporterReport, state: State): DebriefPoint[] {
  const desk = deskCase(scenario, state);
  const option = desk?.options[runOf(state).option ?? -1];
  if (!desk || !option) return [];
  return [{ right: option.right, did: option.then, expert: desk.why, rule: desk.rule }];
}

/** Where the codes of each sort of decision begin. */
const CODES = { ask: 0, judge: 100, close: 500, act: 600, enough: 700, option: 800 } as const;

export const model: LabModel<ImporterReport, State, Decision> = {
  start: (_, seed) => ({ seed, taken: [] }),
  decide(scenario, state, decision) {
    if (!canTake(scenario, state, decision)) return undefined;
    return { ...state, taken: [...state.taken, decision] };
  },
  isOver: (_, state) => runOf(state).phase === 'over',
  score: (scenario, state) => shareOfRight(model.debrief(scenario, state)),
  log: (scenario, state) => state.taken.map((_, before) => entryOf(scenario, state, before)),
  debrief: (scenario, state) => [
    ...filersOf(scenario, state).flatMap((filer, index) =>
      debriefOfFiler(scenario, state, filer, index),
    ),
    ...debriefOfActs(scenario, state),
    ...debriefOfDesk(scenario, state),
  ],
  steps(scenario, state) {
    const { judged, acts, option } = runOf(state);
    const filers = filersOf(scenario, state);
    const desk = deskCase(scenario, state);
    return [
      ...judged.map(({ filer, verdict }) => [filers[filer]?.code ?? 'filer', verdict] as const),
      ...acts.map((act, at) => [`act_${at + 1}`, scenario.acts[act]?.id ?? 'act'] as const),
      [desk?.id ?? 'desk', desk?.options[option ?? -1]?.id ?? 'none'] as const,
    ];
  },
  expert(scenario, state) {
    const { phase, asked, judged, acts } = runOf(state);
    if (phase === 'over') return undefined;
    if (phase === 'desk') {
      const options = deskCase(scenario, state)?.options ?? [];
      return { option: options.findIndex(({ right }) => right) };
    }
    if (phase === 'acting') {
      const open = scenario.acts.filter(
        (act, index) => !acts.includes(index) && isInPlace(scenario, act, acts),
      );
      const next = open.find(({ shuts }) => shuts) ?? open[0];
      return next ? { act: scenario.acts.indexOf(next) } : { enough: true };
    }
    const filers = filersOf(scenario, state);
    const open = filers.findIndex(
      ({ odd }, index) => odd && !judged.some(({ filer }) => filer === index),
    );
    const truth = filers[open]?.truth;
    if (truth === undefined) return { close: true };
    return asked.includes(open) ? { judge: open, verdict: truth } : { ask: open };
  },
  encode(_, decision) {
    if ('ask' in decision) return CODES.ask + decision.ask;
    if ('judge' in decision) {
      return CODES.judge + decision.judge * VERDICTS.length + VERDICTS.indexOf(decision.verdict);
    }
    if ('act' in decision) return CODES.act + decision.act;
    if ('option' in decision) return CODES.option + decision.option;
    return 'close' in decision ? CODES.close : CODES.enough;
  },
  decode({ firm, acts, desk }, code) {
    const filers = firm.filers.length + 3;
    if (code < filers) return { ask: code };
    if (code === CODES.close) return { close: true };
    if (code === CODES.enough) return { enough: true };
    const judged = code - CODES.judge;
    const verdict = VERDICTS[judged % VERDICTS.length];
    const judge = Math.floor(judged / VERDICTS.length);
    if (verdict && judge >= 0 && judge < filers) return { judge, verdict };
    if (acts[code - CODES.act]) return { act: code - CODES.act };
    const most = Math.max(...desk.cases.map(({ options }) => options.length));
    const option = code - CODES.option;
    return option >= 0 && option < most ? { option } : undefined;
  },
};
