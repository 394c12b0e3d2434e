import type { Course, ExamContent, Lesson, LessonContent } from '#src/course/course.ts';
import type { BankItem, CourseOutline, GlossaryEntry } from '#src/course/outline.ts';
import type { Source, GlossaryTerm } from '#src/course/schemas.ts';
import type { Question } from '#src/questions/registry.ts';
import type { LessonText } from './lesson-text.ts';
import type { LoadedCourse } from './load-course.ts';

/** What the first screen and the course machine need to know of a course. */
export function toOutline({ config, lessons }: Course<Question>): CourseOutline {
  const numbers = new Map(lessons.map(({ id, number }) => [id, number]));
  const { id, title, shortTitle, event, lede, language, passMark, sequencing, modules } = config;
  return {
    id,
    title,
    shortTitle,
    event,
    lede,
    language,
    passMark,
    sequencing,
    assessment: config.assessment,
    modules,
    lessons: lessons.map((lesson) => ({
      id: lesson.id,
      number: lesson.number,
      title: lesson.title,
      summary: lesson.summary,
      minutes: lesson.labs.reduce((total, lab) => total + lab.minutes, lesson.minutes),
      module: modules.findIndex((module) => module.id === lesson.module),
      parts: lesson.parts.length,
      questions: lesson.questions.map(({ number }) => number),
      exam: lesson.exam.map(({ number }) => number),
      objectives: lesson.objectives.map(({ id }) => ({
        id,
        questions: [...lesson.questions, ...lesson.labs].flatMap(({ objective, number }) =>
          objective === id ? [number] : [],
        ),
      })),
      labs: lesson.labs.map(({ id, number }) => ({ id, number })),
      optional: lesson.optional,
      prerequisites: lesson.prerequisites.flatMap((other) => numbers.get(other) ?? []),
    })),
  };
}

/** What the final assessment may ask of a lesson; one without exam questions yet lends its quiz. */
export function examinedQuestions({ exam, questions }: Lesson<Question>): readonly Question[] {
  return exam.length > 0 ? exam : questions;
}

/** What the final assessment draws from: of every mandatory lesson. */
export function toBank({ lessons }: Course<Question>): readonly BankItem[] {
  return lessons
    .filter(({ optional }) => !optional)
    .flatMap((lesson) =>
      examinedQuestions(lesson).map((question) => ({
        lesson: lesson.number,
        question: question.number,
        objective: lesson.objectives.findIndex(({ id }) => id === question.objective),
        kind: question.kind,
        level: question.bloom,
      })),
    );
}

/** Every term in alphabetical order, with the lessons whose text uses it. */
export function toGlossary({ course, texts }: LoadedCourse): readonly GlossaryEntry[] {
  const { compare } = new Intl.Collator(course.config.language);
  const uses = course.lessons.map(({ number, folder }) => ({
    number,
    terms: new Set(termIds(texts.get(folder))),
  }));
  return [...course.glossary]
    .map(([id, term]) => ({
      id,
      ...term,
      lessons: uses.filter(({ terms }) => terms.has(id)).map(({ number }) => number),
    }))
    .toSorted((one, other) => compare(one.term, other.term));
}

/** What a lesson's own chunk carries: only its questions, its sources, its terms. */
export function toLessonContent(
  course: Course<Question>,
  lesson: Lesson<Question>,
  text: LessonText,
): LessonContent<Question> {
  return {
    id: lesson.id,
    speaker: lesson.speaker,
    reviewed: lesson.reviewed,
    parts: lesson.parts,
    objectives: lesson.objectives,
    questions: lesson.questions.map(withoutEvidence),
    checks: lesson.checks.map(withoutEvidence),
    labs: lesson.labs.map(({ cites, ...lab }) => ({
      ...lab,
      lint: undefined,
      sources: sourcesOf(course, new Set(cites.map(({ source }) => source))),
    })),
    sources: sourcesOf(course, lesson.sources),
    terms: Object.fromEntries(
      termIds(text).flatMap((id): [string, GlossaryTerm][] =>
        present(course.glossary.get(id)).map((term) => [id, term]),
      ),
    ),
  };
}

/** What the final assessment loads of a lesson that has questions of its own for it. */
export function toExamContent({ id, parts, exam }: Lesson<Question>): ExamContent<Question> {
  return { id, parts, questions: exam.map(withoutEvidence) };
}

/** A question as learners get it: citations and exceptions are for those who check it. */
function withoutEvidence(question: Question): Question {
  return { ...question, cites: [], lint: undefined };
}

function sourcesOf({ sources }: Course<Question>, ids: Iterable<string>): Source[] {
  return [...ids].flatMap((id) => present(sources.get(id)));
}

/** Ids of the terms that a text uses; a term used twice is there twice. */
function termIds(text: LessonText | undefined): readonly string[] {
  return present(text).flatMap(({ components }) =>
    components.filter(({ name }) => name === 'Term').map(({ id }) => id ?? ''),
  );
}

function present<T>(value: T | undefined): T[] {
  return value === undefined ? [] : [value];
}
