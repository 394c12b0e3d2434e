import type { Mark } from '#src/labs/marks.ts';
import type { Flag, Shipment, SingleWindow } from './scenario.ts';
import {
  CUSTOMS,
  flagOf,
  marked,
  named,
  noted,
  shipmentOnDesk,
  type State,
  type Thread,
} from './state.ts';

/** What an entry has to do with an agency. */
interface Part {
  readonly agency: number;
  readonly label: string;
  /** Why the agency has a say; undefined where it has none. */
  readonly flag: Flag | undefined;
  /** Its data are in the entry. */
  readonly isFiled: boolean;
}

const LIST = new Intl.ListFormat('en-US');

/** Files the entry with data for the agencies whose bits are set. */
export function file(scenario: SingleWindow, state: State, mask: number): State {
  const shipment = shipmentOnDesk(scenario, state);
  if (!shipment) return state;
  const parts = partsOf(scenario, shipment, mask);
  const extra = parts.filter(isExtra);
  const receivers = receiversOf(scenario, parts);
  const clock = state.clock + scenario.minutes.file;
  let next: State = { ...state, clock, threads: threadsOf(shipment, parts, clock) };
  next = noted(next, 'plain', scenario.filed.replaceAll('{agencies}', receivers));
  for (const { label } of extra) next = noted(next, 'bad', named(scenario.uncalled, label));
  for (const { label } of parts.filter(isMissing))
    next = noted(next, 'bad', named(scenario.missing.message, label));
  return marked(scenario, next, markOf(shipment, parts, receivers));
}

function isExtra({ flag, isFiled }: Part): boolean {
  return isFiled && !flag;
}

function isMissing({ flag, isFiled }: Part): boolean {
  return flag !== undefined && !isFiled;
}

function partsOf(scenario: SingleWindow, shipment: Shipment, mask: number): readonly Part[] {
  return scenario.agencies.map(({ label }, agency) => ({
    agency,
    label,
    flag: flagOf(scenario, shipment, agency),
    isFiled: (mask & (2 ** agency)) !== 0,
  }));
}

function receiversOf({ customs }: SingleWindow, parts: readonly Part[]): string {
  const filed = parts.filter(({ isFiled }) => isFiled);
  return LIST.format([customs.label, ...filed.map(({ label }) => label)]);
}

function threadsOf(shipment: Shipment, parts: readonly Part[], clock: number): readonly Thread[] {
  const own = { settled: 0, tried: [] } as const;
  const customs = {
    ...own,
    agency: CUSTOMS,
    status: 'waiting',
    due: clock + shipment.customs,
    isMissing: false,
    isStopping: false,
  } as const;
  const asked = parts.flatMap((part): Thread[] => {
    if (!part.flag) return [];
    const lacks = isMissing(part);
    const status = lacks ? 'open' : 'waiting';
    const due = clock + part.flag.after;
    return [{ ...own, agency: part.agency, status, due, isMissing: lacks, isStopping: lacks }];
  });
  return [customs, ...asked];
}

function markOf(shipment: Shipment, parts: readonly Part[], receivers: string): Mark {
  const right = parts.filter(({ flag }) => flag);
  const lacks = parts.some(isMissing);
  const rule = shipment.flags.flatMap((flag) => flag.rule ?? []).join('; ');
  const because = shipment.flags.map((flag) => flag.because).join(' ');
  return {
    step: 'file',
    share: lacks ? 0 : parts.some(isExtra) ? 0.5 : 1,
    did: `${shipment.goods}: filed with data for ${receivers}.`,
    expert: `${LIST.format(right.map(({ label }) => label))}. ${because}`,
    ...(rule && { rule }),
  };
}

/** The right filing of a shipment. */
export function rightMask(scenario: SingleWindow, shipment: Shipment): number {
  return partsOf(scenario, shipment, 0).reduce(
    (mask, { agency, flag }) => (flag ? mask | (2 ** agency) : mask),
    0,
  );
}
