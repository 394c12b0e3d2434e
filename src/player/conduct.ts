import { createActor } from 'xstate';
import type { LessonContent } from '#src/course/course.ts';
import type { AssessmentProgress, Round } from '#src/course/progress.ts';
import { sittingNumber } from '#src/machine/assessment.ts';
import type { LabContent } from '#src/course/lab.ts';
import type { LessonOutline } from '#src/course/outline.ts';
import { labMachine, type LabInput } from '#src/machine/lab-machine.ts';
import { quizMachine } from '#src/machine/quiz-machine.ts';
import { draftOf } from '#src/machine/drafts.ts';
import { OUTCOME } from '#src/machine/rounds.ts';
import { lessonProgress } from '#src/machine/rules.ts';
import type { Question } from '#src/questions/registry.ts';
import { Live } from './live.svelte.ts';
import type { Session } from './session.svelte.ts';
import { partOf, sittingQuestions, type Contents } from './sitting.ts';

/** A quiz or a check under way. */
export type LiveQuiz = Live<typeof quizMachine>;

/** Conducts a round of a lesson's quiz: every answer and every move goes to the session. */
export function conductRound(
  session: Session,
  lesson: LessonOutline,
  content: LessonContent<Question>,
  round: Round,
): LiveQuiz {
  const actor = createActor(quizMachine, {
    input: {
      lesson: lesson.id,
      questions: content.questions,
      question: round.question,
      answered: round.answered,
      earlier: lessonProgress(session.progress, lesson.number).questions,
      draft: draftOf(session.progress, round),
      unlimited: false,
      at: Date.now(),
    },
  });
  actor.on('place.changed', ({ question, answered }) =>
    session.send({ type: 'quiz.move', question, answered }),
  );
  actor.on('draft.changed', ({ question, response }) =>
    session.send({ type: 'draft.change', lesson: lesson.number, question, response }),
  );
  actor.on('question.answered', (fact) =>
    session.send({ ...fact, type: 'question.answer', lesson: lesson.number }),
  );
  return new Live(actor.start());
}

/** Conducts a sitting of the final assessment: each question once. */
export function conductSitting(
  session: Session,
  contents: Contents,
  assessment: AssessmentProgress,
): LiveQuiz {
  const { sitting } = assessment;
  const questions = sittingQuestions(sitting, contents);
  const before = sittingNumber(assessment) - 1;
  const answered = sitting.items.flatMap(({ credit }, index) =>
    credit === undefined ? [] : [index + 1],
  );
  const actor = createActor(quizMachine, {
    input: {
      lesson: 'final',
      questions,
      question: sitting.view < sitting.items.length ? sitting.view + 1 : OUTCOME,
      answered,
      earlier: new Map(
        sitting.items.map(({ credit, response }, index) => [
          index + 1,
          { attempts: credit === undefined ? before : before + 1, credit: credit ?? 0, response },
        ]),
      ),
      draft: sitting.draft,
      unlimited: false,
      silent: true,
      at: Date.now(),
    },
  });
  actor.on('place.changed', ({ question }) => {
    const view = question === OUTCOME ? sitting.items.length : question - 1;
    session.send({ type: 'assessment.move', view });
  });
  actor.on('draft.changed', ({ response }) => session.send({ type: 'assessment.draft', response }));
  actor.on('question.answered', ({ question, interaction, ...fact }) => {
    const item = question - 1;
    session.send({
      ...fact,
      type: 'assessment.answer',
      item,
      part: partOf(sitting.items[item], contents),
      interaction: { ...interaction, isFinal: true },
    });
  });
  return new Live(actor.start());
}

/** Conducts runs of a lab: every decision goes to the session, a finished run as an answer. */
export function conductLab(
  session: Session,
  lesson: LessonOutline,
  lab: LabContent,
  model: LabInput['model'],
): Live<typeof labMachine> {
  const { seed, runs } = session.progress;
  const { questions } = lessonProgress(session.progress, lesson.number);
  const actor = createActor(labMachine, {
    input: {
      lesson,
      lab,
      model,
      seed,
      saved: runs?.find((run) => run.lesson === lesson.number && run.lab === lab.number),
      finished: questions.get(lab.number)?.attempts ?? 0,
      at: Date.now(),
    },
  });
  actor.on('run.changed', ({ run }) => session.sendSoon({ type: 'lab.move', run }));
  actor.on('run.finished', (fact) =>
    session.send({ ...fact, type: 'lab.finish', lesson: lesson.number, question: lab.number }),
  );
  return new Live(actor.start());
}

/** Conducts one unscored check inside a lesson: as many tries as the learner likes. */
export function conductCheck(
  session: Session,
  lesson: LessonOutline,
  question: Question,
): LiveQuiz {
  const { questions } = lessonProgress(session.progress, lesson.number);
  const wasAnswered = questions.get(question.number)?.response !== undefined;
  const actor = createActor(quizMachine, {
    input: {
      lesson: lesson.id,
      questions: [question],
      question: question.number,
      answered: wasAnswered ? [question.number] : [],
      earlier: questions,
      draft: draftOf(session.progress, { lesson: lesson.number, question: question.number }),
      unlimited: true,
      at: Date.now(),
    },
  });
  actor.on('draft.changed', ({ question: number, response }) =>
    session.send({ type: 'draft.change', lesson: lesson.number, question: number, response }),
  );
  actor.on('question.answered', (fact) =>
    session.send({ ...fact, type: 'check.answer', lesson: lesson.number }),
  );
  return new Live(actor.start());
}
