import { encodeProgress } from '#src/course/progress-codec.ts';
import type { Progress } from '#src/course/progress.ts';
import { OUTCOME } from '#src/machine/rounds.ts';
import { courseScore, courseShare, findLesson, type CourseRules } from '#src/machine/rules.ts';
import { objectiveReports } from './objectives.ts';
import type { Report } from '#src/tracking/tracker.ts';

/** What a tracker is told of a learner's progress. `limit`: most characters of its record. */
export function toReport(
  rules: CourseRules,
  progress: Progress,
  limit?: number,
): Omit<Report, 'interactions'> {
  return {
    record: encodeProgress(progress, limit),
    shorter: (than) => {
      const record = encodeProgress(progress, than - 1);
      return record.length < than ? record : undefined;
    },
    objectives: objectiveReports(rules, progress),
    location: location(rules, progress),
    score: courseScore(rules, progress),
    completed: progress.completed,
    passed: progress.passed,
    progress: Math.floor(courseShare(rules, progress) * 100) / 100,
  };
}

/** Readable for whoever looks into the LMS, such as `security/part-3`. */
function location({ outline }: CourseRules, { bookmark }: Progress): string {
  if (bookmark?.place === 'assessment') return 'final-assessment';
  const lesson = bookmark && findLesson(outline, bookmark.lesson);
  if (!lesson) return 'overview';
  if (bookmark.place === 'lesson') return `${lesson.id}/part-${bookmark.part}`;
  if (bookmark.place === 'lab') {
    const lab = lesson.labs.find(({ number }) => number === bookmark.lab);
    return `${lesson.id}/lab-${lab?.id ?? bookmark.lab}`;
  }
  return `${lesson.id}/quiz-${bookmark.question === OUTCOME ? 'outcome' : `question-${bookmark.question}`}`;
}
