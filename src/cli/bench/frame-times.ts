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

/** The task that a press is handled in, with all that is due at its end. */
const TASK = 'ThreadControllerImpl::RunTask';
/** Work of the main thread on the frame that shows it. */
const WORK: ReadonlySet<string> = new Set([
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
 * Frame times in milliseconds, one for each press of a button: what the page works from the press to
 * the end of the frame that shows it. Time in which it waits, for the screen or for a tool that
 * watches, does not count; work inside other work counts once.
 */
export function frameTimes(events: readonly TraceEvent[]): number[] {
  const presses = events.filter(isPress);
  return presses.flatMap((press) => {
    const own = events.filter(({ pid, tid, ts }) => {
      return pid === press.pid && tid === press.tid && ts >= press.ts;
    });
    const end = spansOf(own.filter(({ name }) => name === FRAME_END)).sort(byStart)[0];
    if (!end) return [];
    const work = [...handling(events, press), ...spansOf(own.filter(({ name }) => WORK.has(name)))];
    return [together(work.filter(({ from }) => from < end.to)) / 1000];
  });
}

function isPress({ name, args }: TraceEvent): boolean {
  return name === 'EventDispatch' && args?.data?.type === 'click';
}

/** From the press to the end of its task. */
function handling(events: readonly TraceEvent[], { pid, tid, ts }: TraceEvent): Span[] {
  const tasks = events.filter((task) => task.name === TASK && task.pid === pid && task.tid === tid);
  return spansOf(tasks)
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
