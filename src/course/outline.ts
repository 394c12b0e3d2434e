import type { AssessmentSettings } from './assessment.ts';
import type { BloomLevel } from './question.ts';
import type { GlossaryTerm } from './schemas.ts';

/**
 * The part of the course that the first screen needs: small, and all that the course machine knows.
 * Lessons themselves load on demand.
 */
export interface CourseOutline {
  readonly id: string;
  readonly title: string;
  /** For narrow places: the top bar, an LMS's list. */
  readonly shortTitle: string;
  readonly event: string;
  readonly lede: string;
  readonly language: string;
  /** Percentage needed to pass, 0–100. */
  readonly passMark: number;
  readonly sequencing: Sequencing;
  /** Where the course ends in a final assessment: its blueprint. */
  readonly assessment?: AssessmentSettings | undefined;
  readonly modules: readonly ModuleOutline[];
  readonly lessons: readonly LessonOutline[];
}

/**
 * - `free`: any lesson at any time.
 * - `linear`: a lesson opens when all mandatory ones before it are completed.
 * - `prerequisites`: a lesson opens when those it names are completed.
 */
export const SEQUENCINGS = ['free', 'linear', 'prerequisites'] as const;
export type Sequencing = (typeof SEQUENCINGS)[number];

/** A question that the final assessment may draw; numbers are the permanent ones. */
export interface BankItem {
  readonly lesson: number;
  readonly question: number;
  /** Index of its objective in its lesson. */
  readonly objective: number;
  readonly kind: string;
  readonly level: BloomLevel;
}

/** A term on the page of the glossary. */
export interface GlossaryEntry extends GlossaryTerm {
  readonly id: string;
  /** Permanent numbers of the lessons whose text uses it, in the course's order. */
  readonly lessons: readonly number[];
}

export interface ModuleOutline {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
}

export interface LabOutline {
  readonly id: string;
  /** Permanent number, unique among questions and labs of its lesson. */
  readonly number: number;
}

export interface ObjectiveOutline {
  readonly id: string;
  /** Permanent numbers of the questions and labs of its lesson that belong to it. */
  readonly questions: readonly number[];
}

export interface LessonOutline {
  readonly id: string;
  /** Permanent number from `lessons/ids.json`. */
  readonly number: number;
  readonly title: string;
  readonly summary: string;
  /** For the text and its questions, and for the practice. */
  readonly minutes: number;
  /** Index into `modules`. */
  readonly module: number;
  /** How many parts (second-level headings) its text has. */
  readonly parts: number;
  /** Permanent numbers of its scored questions, in authored order; none of the assessment's. */
  readonly questions: readonly number[];
  /** Permanent numbers of its questions for the final assessment; none: that asks `questions`. */
  readonly exam: readonly number[];
  readonly objectives: readonly ObjectiveOutline[];
  /** Its practice labs; each counts like a question. */
  readonly labs: readonly LabOutline[];
  readonly optional: boolean;
  /** Permanent numbers of the lessons to complete first. */
  readonly prerequisites: readonly number[];
}

/** How much there is to tell of a course. */
export function extentOf({ assessment, lessons }: CourseOutline) {
  const sitting: { readonly questions?: number; readonly deciding?: number | undefined } =
    assessment ?? {};
  return {
    finalQuestions: sitting.questions ?? 0,
    decidingQuestions: sitting.deciding ?? 0,
    lessons: lessons.length,
    objectives: lessons.reduce((sum, { objectives }) => sum + objectives.length, 0),
  };
}
