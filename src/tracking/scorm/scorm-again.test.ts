import fc from 'fast-check';
import { Scorm12API, Scorm2004API } from 'scorm-again';
import { describe, expect, it } from 'vitest';
import { anyAnswer, finished, report } from '#src/tracking/testing/reports.ts';
import { lmsStage } from '#src/tracking/testing/stage.ts';

/** Another implementer's idea of an LMS, as a second judge beside our own strict one. */
const SETTINGS = { autocommit: false, lmsCommitUrl: false, logLevel: 5 };

/** What has to be in a window, with a list of the writes that scorm-again refused. */
const JUDGES = {
  scorm12() {
    const API = new Scorm12API(SETTINGS);
    const { refused, watch } = watching(() => API.LMSGetLastError());
    API.LMSSetValue = watch((element, value) => API.lmsSetValue(element, value));
    return { refused, contents: { API } };
  },
  scorm2004() {
    const API_1484_11 = new Scorm2004API(SETTINGS);
    const { refused, watch } = watching(() => API_1484_11.GetLastError());
    API_1484_11.SetValue = watch((element, value) => API_1484_11.lmsSetValue(element, value));
    return { refused, contents: { API_1484_11 } };
  },
} as const;

function watching(lastError: () => string) {
  const refused: string[] = [];
  const watch =
    (set: (element: string, value: string) => string) => (element: string, value: string) => {
      const answer = set(element, value);
      const code = lastError();
      if (code !== '0') refused.push(`${code} ${element} = ${value}`);
      return answer;
    };
  return { refused, watch };
}

describe.each(['scorm12', 'scorm2004'] as const)('scorm-again as the LMS of %s', (protocol) => {
  it('takes a whole session, with interactions of any content', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyAnswer, { maxLength: 4 }), async (interactions) => {
        const { refused, contents } = JUDGES[protocol]();
        const { open } = lmsStage(protocol, contents);
        const { tracker, launch } = await open();
        expect(launch).toMatchObject({ connected: true, record: '' });
        expect(tracker.save(report({ score: 50, interactions }))).toEqual({ saved: true });
        expect(tracker.terminate(finished())).toEqual({ saved: true });
        expect(refused).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
