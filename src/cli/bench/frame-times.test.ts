import { describe, expect, it } from 'vitest';
import { frameTimes, type TraceEvent } from './frame-times.ts';

/** An event from a millisecond to another. */
function event(name: string, from: number, to: number, type?: string): TraceEvent {
  const at = { ph: 'X', pid: 1, tid: 1, ts: from * 1000, dur: (to - from) * 1000 };
  return { name, ...at, ...(type && { args: { data: { type } } }) };
}

describe('the time of a frame', () => {
  it('is the work from a press to the end of the frame that shows it, without the wait', () => {
    const frame = [
      event('ThreadControllerImpl::RunTask', 9, 15),
      event('EventDispatch', 10, 13, 'click'),
      event('Layout', 26, 28),
      event('Paint', 28, 29),
      event('Layerize', 29, 30),
    ];
    expect(frameTimes(frame)).toEqual([[9]]);
  });

  it('counts work inside other work once', () => {
    const frame = [
      event('ThreadControllerImpl::RunTask', 10, 16),
      event('EventDispatch', 10, 16, 'click'),
      event('Layout', 12, 14),
      event('Layerize', 20, 21),
    ];
    expect(frameTimes(frame)).toEqual([[7]]);
  });

  it('holds what timers do, and belongs to the press before it', () => {
    const frames = [
      event('ThreadControllerImpl::RunTask', 10, 12),
      event('EventDispatch', 10, 12, 'click'),
      event('Layerize', 20, 21),
      event('ThreadControllerImpl::RunTask', 60, 63),
      event('TimerFire', 60, 61),
      event('Layout', 70, 74),
      event('Layerize', 74, 75),
      event('ThreadControllerImpl::RunTask', 90, 91),
      event('EventDispatch', 90, 91, 'click'),
      event('Layerize', 95, 96),
    ];
    expect(frameTimes(frames)).toEqual([[3, 8], [2]]);
  });

  it('leaves out other events, other threads, and finds none where no frame shows a press', () => {
    const elsewhere = { ...event('Layout', 11, 19), tid: 2 };
    const events = [
      event('ThreadControllerImpl::RunTask', 10, 11),
      event('EventDispatch', 10, 11, 'click'),
      elsewhere,
      event('FunctionCall', 11, 14),
      event('Layerize', 15, 16),
      event('EventDispatch', 30, 31, 'click'),
    ];
    expect(frameTimes(events)).toEqual([[2], []]);
  });
});
