import { describe, expect, it } from 'vitest';
import { FakeLms } from '#src/tracking/testing/fake-lms.ts';
import { fakeWindow, FakeEnvironment, foreignWindow, NOON } from '#src/tracking/testing/stage.ts';
import { STANDARDS } from '#src/tracking/testing/standards.ts';
import { findApi, waitForApi } from './api.ts';

const shape = STANDARDS.scorm12;
const { api } = new FakeLms(shape);
const withApi = () => fakeWindow({ API: api });

/** The innermost of so many frames inside `outer`. */
const nested = (depth: number, outer: Window): Window =>
  depth === 0 ? outer : nested(depth - 1, fakeWindow({}, { parent: outer }));

describe('the search for the API', () => {
  it('finds it in the own window', () => {
    expect(findApi(withApi(), shape)).toBe(api);
  });

  it.each([1, 2, 3, 4, 5, 6, 7])('finds it %i parents up', (depth) => {
    expect(findApi(nested(depth, withApi()), shape)).toBe(api);
  });

  it('prefers the nearest', () => {
    const near = new FakeLms(shape).api;
    expect(findApi(nested(1, fakeWindow({ API: near }, { parent: withApi() })), shape)).toBe(near);
  });

  it('finds it in the opener', () => {
    expect(findApi(fakeWindow({}, { opener: withApi() }), shape)).toBe(api);
  });

  it('finds it in a parent of the opener', () => {
    expect(findApi(fakeWindow({}, { opener: nested(2, withApi()) }), shape)).toBe(api);
  });

  it('finds it in the opener of a parent', () => {
    const popup = fakeWindow({}, { opener: withApi() });
    expect(findApi(nested(2, popup), shape)).toBe(api);
  });

  it('passes by a frame of another origin', () => {
    expect(findApi(nested(1, foreignWindow(withApi())), shape)).toBe(api);
  });

  it('is not stopped by a topmost window of another origin', () => {
    const lms = fakeWindow({ API: api }, { parent: foreignWindow() });
    expect(findApi(nested(1, lms), shape)).toBe(api);
  });

  it('goes on to the opener where a parent refuses everything', () => {
    const around = { parent: foreignWindow(undefined, []), opener: withApi() };
    expect(findApi(fakeWindow({}, around), shape)).toBe(api);
  });

  it('takes only the API of the packaged standard', () => {
    const other = new FakeLms(STANDARDS.scorm2004).api;
    const window = fakeWindow({ API: api, API_1484_11: other });
    expect(findApi(window, shape)).toBe(api);
    expect(findApi(window, STANDARDS.scorm2004)).toBe(other);
    expect(findApi(fakeWindow({ API_1484_11: other }), shape)).toBeUndefined();
  });

  it('does not take an element with the id API for it', () => {
    expect(findApi(fakeWindow({ API: { tagName: 'DIV' } }), shape)).toBeUndefined();
  });

  it('gives up after a while where openers lead on and on', () => {
    const endless = (): Window =>
      fakeWindow({
        get opener() {
          return endless();
        },
      });
    expect(findApi(endless(), shape)).toBeUndefined();
  });
});

describe('waiting for the API', () => {
  const environmentWithApiAfter = (milliseconds: number) => {
    const environment: FakeEnvironment = new FakeEnvironment(
      fakeWindow({
        get API() {
          return environment.now() >= NOON + milliseconds ? api : undefined;
        },
      }),
    );
    return environment;
  };

  it('looks at once', async () => {
    const environment = environmentWithApiAfter(0);
    expect(await waitForApi(environment, shape)).toBe(api);
    expect(environment.now()).toBe(NOON);
  });

  it('finds one that comes four seconds late', async () => {
    expect(await waitForApi(environmentWithApiAfter(4000), shape)).toBe(api);
  });

  it('gives up after five seconds', async () => {
    const environment = environmentWithApiAfter(Number.POSITIVE_INFINITY);
    expect(await waitForApi(environment, shape)).toBeUndefined();
    expect(environment.now()).toBe(NOON + 5000);
  });
});
