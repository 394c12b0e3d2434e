/** What is used of an event of Chromium's tracing; times in microseconds. */
export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly args?: { readonly data?: { readonly type?: string } };
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** A task of the main thread, with all that is due at its end. */
const TASK = 'ThreadControllerImpl::RunTask';
/** What a page does later, by a timer. */
const LATER = 'TimerFire';
/** Work of the main thread on the frame that shows it. */
const RENDERING: ReadonlySet<string> = new Set([
  'FireAnimationFrame',
  'UpdateLayoutTree',
  'Layout',
  'PrePaint',
  'Paint',
  'Layerize',
]);
/** The last of it. */
const FRAME_END = 'Layerize';

/**
 * Frame times in milliseconds: for each press of a button, those of the frames until the next press.
 * A frame is what the page works until it is on the screen: on the press, by timers, on style, layout
 * and painting. Time in which it waits, for the screen or for a tool that watches, does not count;
 * work inside other work counts once.
 */
export function frameTimes(events: readonly TraceEvent[]): number[][] {
  const presses = events.filter(isPress).toSorted((one, other) => one.ts - other.ts);
  return presses.map((press, index) => {
    const until = presses[index + 1]?.ts ?? Infinity;
    const own = events.filter(({ pid, tid }) => pid === press.pid && tid === press.tid);
    return framesOf(own, press, until).map((microseconds) => microseconds / 1000);
  });
}

/** Lengths of the frames between two presses, in microseconds. */
function framesOf(events: readonly TraceEvent[], press: TraceEvent, until: number): number[] {
  const after = events.filter(({ ts }) => ts >= press.ts && ts < until);
  const ends = spansOf(after.filter(({ name }) => name === FRAME_END)).sort(byStart);
  const causes = [press, ...after.filter(({ name }) => name === LATER)];
  const work = [
    ...causes.flatMap((cause) => toEndOfTask(events, cause)),
    ...spansOf(after.filter(({ name }) => RENDERING.has(name))),
  ];
  return ends.map(({ to }, index) => {
    const since = ends[index - 1]?.to ?? press.ts;
    return together(work.filter(({ from }) => since <= from && from < to));
  });
}

function isPress({ name, args }: TraceEvent): boolean {
  return name === 'EventDispatch' && args?.data?.type === 'click';
}

/** From an event to the end of its task. */
function toEndOfTask(events: readonly TraceEvent[], { ts }: TraceEvent): Span[] {
  return spansOf(events.filter(({ name }) => name === TASK))
    .filter(({ from, to }) => from <= ts && ts < to)
    .map(({ to }) => ({ from: ts, to }));
}

function spansOf(events: readonly TraceEvent[]): Span[] {
  return events.flatMap(({ ph, ts, dur }) =>
    ph === 'X' && dur !== undefined ? [{ from: ts, to: ts + dur }] : [],
  );
}

const byStart = (one: Span, other: Span) => one.from - other.from;

/** Length of all spans together, overlaps counted once. */
function together(spans: readonly Span[]): number {
  let length = 0;
  let reached = -Infinity;
  for (const { from, to } of spans.toSorted(byStart)) {
    length += Math.max(0, to - Math.max(from, reached));
    reached = Math.max(reached, to);
  }
  return length;
}
