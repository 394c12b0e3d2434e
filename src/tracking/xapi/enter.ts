import { courseIri } from '#src/course/course-iri.ts';
import { basic, parametersOf, readActor, type Enter } from './entry.ts';
import { idOf } from './ids.ts';
import { Lrs } from './lrs.ts';
import { SessionMemory } from './session-memory.ts';
import type { Context } from './statement.ts';

/**
 * The way in of an xAPI package (`tincan.xml`): the address carries the endpoint, the credentials
 * and the learner (Rustici's launch method, lms_lrs.md).
 */
export const enterByLink: Enter = (environment) => {
  const parameters = parametersOf(environment);
  const [endpoint, auth] = [parameters.get('endpoint'), parameters.get('auth')];
  const actor = readActor(parameters.get('actor'));
  if (!endpoint || !auth || !actor) {
    const refusal =
      'The address of the page names no endpoint, auth or actor: no LMS has launched the course.';
    return Promise.resolve({ refusal });
  }
  const { window, courseId } = environment;
  const activity = parameters.get('activity_id') || courseIri(courseId);
  const registration = parameters.get('registration') || undefined;
  const key = `${courseId}:session:${idOf(endpoint, activity, registration ?? '', JSON.stringify(actor))}`;
  const memory = new SessionMemory(() => window.sessionStorage, key, environment.now());
  // The link can be used again, so what was ended begins anew.
  if (memory.now.isEnded) memory.renew(environment.now());
  return Promise.resolve({
    lrs: new Lrs({ endpoint, authorization: basic(auth), window }),
    actor,
    activity,
    registration,
    mode: 'normal',
    masteryScore: undefined,
    returnUrl: undefined,
    context: contextOf(parameters),
    marks: () => ({}),
    memory,
  });
};

function contextOf(parameters: URLSearchParams): Context {
  const [grouping, platform] = [parameters.get('grouping'), parameters.get('activity_platform')];
  return {
    ...(grouping ? { contextActivities: { grouping: [{ id: grouping }] } } : {}),
    ...(platform ? { platform } : {}),
  };
}
