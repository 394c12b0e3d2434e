import type { Detention, Lot } from './scenario.ts';
import { followedLot, marked, noted, phaseOf, type Judged, type State } from './state.ts';

export function isSuspect({ least }: Detention, { signs }: Lot): boolean {
  return signs.filter(({ odd }) => odd).length >= least;
}

export function canBeDetained(scenario: Detention, lot: Lot): boolean {
  return lot.isRecorded && isSuspect(scenario, lot);
}

/** What was said of a lot; undefined while it lies on the table. */
export function verdictOn(scenario: Detention, { lot, verdict, isLookedUp }: Judged) {
  const one = scenario.lots[lot];
  if (!one || !verdict) return undefined;
  const kind = kindOf(scenario, one, isLookedUp, verdict === 'detained');
  return { isRight: SHARES[kind] === 1, text: scenario.verdicts[kind] };
}

type Kind = keyof Detention['verdicts'];

const SHARES: Readonly<Record<Kind, number>> = {
  caught: 1,
  checked: 1,
  free: 1,
  blind: 0.5,
  lucky: 0.5,
  baseless: 0,
  harsh: 0,
  lenient: 0,
};

function kindOf(scenario: Detention, lot: Lot, isLookedUp: boolean, isDetained: boolean): Kind {
  if (!isSuspect(scenario, lot)) return isDetained ? 'harsh' : 'free';
  if (!lot.isRecorded) return isDetained ? 'baseless' : isLookedUp ? 'checked' : 'lucky';
  return isDetained ? (isLookedUp ? 'caught' : 'blind') : 'lenient';
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function withJudged(state: State, place: number, judged: Judged): State {
  return { ...state, lots: state.lots.map((one, index) => (index === place ? judged : one)) };
}

/** Asks CBP’s file for the mark of a lot. */
export function lookUp(scenario: Detention, state: State, place: number): State | undefined {
  const judged = state.lots[place];
  const lot = judged && scenario.lots[judged.lot];
  if (!lot || judged.verdict || judged.isLookedUp) return undefined;
  const text = (lot.isRecorded ? scenario.recorded : scenario.unrecorded).replace(
    '{mark}',
    lot.mark,
  );
  return noted(withJudged(state, place, { ...judged, isLookedUp: true }), 'plain', text);
}

/** Detains a lot, or lets it go. */
export function judge(
  scenario: Detention,
  state: State,
  place: number,
  verdict: 'detained' | 'gone',
): State | undefined {
  const judged = state.lots[place];
  const lot = judged && scenario.lots[judged.lot];
  if (!lot || judged.verdict) return undefined;
  const kind = kindOf(scenario, lot, judged.isLookedUp, verdict === 'detained');
  const best = kindOf(scenario, lot, true, canBeDetained(scenario, lot));
  const share = SHARES[kind];
  const did = `${capital(lot.goods)}: ${verdict === 'detained' ? 'detained' : 'let go'}.`;
  const said = `${did} ${scenario.verdicts[kind]}`;
  const settled = withJudged(state, place, { ...judged, verdict });
  const next = marked(noted(settled, share === 1 ? 'good' : 'bad', said), {
    step: `lot_${lot.id}`,
    share,
    did: judged.isLookedUp ? `${did} You had looked up the mark.` : did,
    expert: `${lot.because} ${scenario.verdicts[best]}`,
    rule: isSuspect(scenario, lot) ? scenario.rules.recordation : undefined,
  });
  if (phaseOf(scenario, next) === 'lots') return next;
  const goods = followedLot(scenario, state)?.goods ?? '';
  return noted(next, 'plain', scenario.detained.replace('{goods}', goods));
}
