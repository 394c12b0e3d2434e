import type { ObjectiveField, ObjectiveFields } from '#src/tracking/scorm/objective-list.ts';
import { decimalBelow, plainText } from '#src/tracking/scorm/format.ts';
import { rankIn } from '#src/tracking/scorm/lms-record.ts';
import type { Extent, ObjectiveReport } from '#src/tracking/tracker.ts';
import { bytesOf, shareRoom, withinRoom } from './room.ts';

const completionWorth = rankIn(['incomplete', 'completed']);

/**
 * SCORM 2004 RTE 4.2.17, as much as has room (`room.ts`). An objective that was passed is told by its
 * status, any other by its score, where there is no room for both. `failed` is never told: attempts are
 * unlimited.
 */
export function objectiveFields(extent: Extent): ObjectiveFields {
  const rooms = shareRoom(extent);
  return (objective, index) => {
    const isLesson = objective.name !== undefined;
    const room = isLesson ? rooms.lesson : rooms.objective;
    const entry = `cmi.objectives.${index}`;
    const fields = isLesson ? lessonFields(objective) : resultFields(objective);
    const pairs = fields.map(({ name, value }) => [name, value] as const);
    const fitting = withinRoom(entry, pairs, room - bytesOf(`${entry}.id`, objective.id));
    return fields.filter(({ name }) => fitting.some(([other]) => other === name));
  };
}

function lessonFields({ name = '', status, ...result }: ObjectiveReport) {
  return [
    {
      name: 'completion_status',
      value: status === 'begun' ? 'incomplete' : 'completed',
      worth: completionWorth,
    },
    ...resultFields({ ...result, status }),
    { name: 'description', value: plainText(name, 250).replace(/^\{/, '(') },
  ];
}

function resultFields({ score, status }: ObjectiveReport): readonly ObjectiveField[] {
  const passed = status === 'passed' ? [{ name: 'success_status', value: 'passed' }] : [];
  if (score === undefined) return passed;
  const scaled = decimalBelow(score / 100, 4);
  return [...passed, { name: 'score.scaled', value: scaled, worth: Number }];
}
