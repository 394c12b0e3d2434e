import { sessionOf } from '#src/checks/all-citations.ts';
import { beginningWith, claimable } from '#src/checks/claimed-sentences.ts';
import { overlaps } from '#src/content/digest.ts';
import type { LoadedCourse } from '#src/content/load-course.ts';
import type { Sentence } from '#src/content/prose.ts';
import type { Citation } from '#src/course/question.ts';
import type { Claim, Objective, Source } from '#src/course/schemas.ts';

/** What an auditor follows: objective → lesson → questions → claims → sources. */
export interface ClaimsMatrix {
  readonly title: string;
  readonly lessons: readonly MatrixLesson[];
  /** Sources by id, in the order of their ids. */
  readonly sources: readonly (readonly [id: string, source: Source])[];
}

type Lesson = LoadedCourse['course']['lessons'][number];

export interface MatrixLesson {
  readonly lesson: Lesson;
  readonly objectives: readonly MatrixObjective[];
  /** In the order of the text. */
  readonly claims: readonly MatrixClaim[];
}

export interface MatrixObjective {
  readonly objective: Objective;
  /** Those that test it, and the practice of it; scored ones first. */
  readonly questions: readonly MatrixQuestion[];
  /** Claims of the lesson that rest on the same evidence as one of its questions. */
  readonly claims: readonly MatrixClaim[];
  /** Ids of the sources of both, sorted. */
  readonly sources: readonly string[];
}

export interface MatrixQuestion {
  readonly id: string;
  readonly stem: string;
  readonly isScored: boolean;
  readonly cites: readonly Evidence[];
}

export interface MatrixClaim {
  /** From 1 in each lesson. */
  readonly number: number;
  /** In the order of the text. */
  readonly sentences: readonly Sentence[];
  readonly basis: Claim['basis'];
  readonly cites: readonly Evidence[];
}

/** A citation; where it has a quote, with the session that the quote is from. */
export type Evidence = Citation;

/** Lessons in the order of the course, objectives and questions as authored. */
export function claimsMatrix(loaded: LoadedCourse): ClaimsMatrix {
  const { config, lessons, sources } = loaded.course;
  return {
    title: config.title,
    lessons: lessons.map((lesson) => matrixLesson(loaded, lesson)),
    sources: [...sources].sort(([a], [b]) => (a < b ? -1 : 1)),
  };
}

function matrixLesson(loaded: LoadedCourse, lesson: Lesson): MatrixLesson {
  const claims = matrixClaims(loaded, lesson);
  const questions = [
    ...lesson.questions.map((question) => ({ question, isScored: true })),
    ...lesson.exam.map((question) => ({ question, isScored: true })),
    ...lesson.labs.map((lab) => ({
      question: { ...lab, stem: `Practice: ${lab.title}` },
      isScored: true,
    })),
    ...lesson.checks.map((question) => ({ question, isScored: false })),
  ];
  const objectives = lesson.objectives.map((objective) => {
    const own = questions
      .filter(({ question }) => question.objective === objective.id)
      .map(({ question: { id, stem, cites }, isScored }) => {
        return { id, stem, isScored, cites: evidence(lesson, cites) };
      });
    return matrixObjective(objective, own, claims);
  });
  return { lesson, objectives, claims };
}

function matrixClaims(loaded: LoadedCourse, lesson: Lesson): MatrixClaim[] {
  const text = claimable(loaded, lesson);
  const places = new Map(text.map((sentence, place) => [sentence, place]));
  const place = (sentence: Sentence) => places.get(sentence) ?? 0;
  return lesson.claims
    .map(({ says, cites, basis }) => {
      const sentences = says
        .flatMap((start) => beginningWith(start, text))
        .sort((a, b) => place(a) - place(b));
      return { sentences, basis, cites: evidence(lesson, cites) };
    })
    .sort(({ sentences: [a] }, { sentences: [b] }) => (a && b ? place(a) - place(b) : 0))
    .map((claim, index) => ({ number: index + 1, ...claim }));
}

function matrixObjective(
  objective: Objective,
  questions: readonly MatrixQuestion[],
  all: readonly MatrixClaim[],
): MatrixObjective {
  const asked = questions.flatMap(({ cites }) => cites);
  const claims = all.filter(({ cites }) => cites.some((cite) => asked.some(restsOnSame(cite))));
  const cited = [...asked, ...claims.flatMap(({ cites }) => cites)].map(({ source }) => source);
  return { objective, questions, claims, sources: [...new Set(cited)].sort() };
}

/** The same source and, where both quote it, words in common: a whole book is not one evidence. */
function restsOnSame(one: Evidence) {
  return (other: Evidence): boolean =>
    one.source === other.source &&
    (one.quote === undefined || other.quote === undefined || overlaps(one.quote, other.quote));
}

function evidence(lesson: Lesson, cites: readonly Citation[]): Evidence[] {
  return cites.map((citation) =>
    citation.quote === undefined
      ? citation
      : { ...citation, session: sessionOf({ citation, lesson }) },
  );
}
