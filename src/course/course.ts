import type {
  Claim,
  CourseConfig,
  GlossaryTerm,
  LessonMeta,
  Objective,
  Source,
} from './schemas.ts';
import type { Lab, LabContent } from './lab.ts';
import type { QuestionBase } from './question.ts';

/**
 * A whole course, read and checked: nothing after `content` re-checks its shape.
 * `Q` is the union of the question kinds in use; the model itself knows none.
 */
export interface Course<Q extends QuestionBase = QuestionBase> {
  readonly config: CourseConfig;
  readonly lessons: readonly Lesson<Q>[];
  readonly glossary: ReadonlyMap<string, GlossaryTerm>;
  readonly sources: ReadonlyMap<string, Source>;
}

export interface Lesson<Q extends QuestionBase = QuestionBase> extends LessonMeta {
  /** The folder's name without its number: `02-trade-facilitation` → `trade-facilitation`. */
  readonly id: string;
  /** Permanent number from `lessons/ids.json`. */
  readonly number: number;
  /** Name of its folder below `lessons/`. */
  readonly folder: string;
  /** Titles of its parts: the second-level headings of its text, in order. */
  readonly parts: readonly string[];
  /** Scored questions, in authored order. */
  readonly questions: readonly Q[];
  /**
   * Questions of the final assessment, which no lesson shows. Where a lesson has none yet, the
   * assessment draws from its `questions`.
   */
  readonly exam: readonly Q[];
  /** Unscored questions, placed in the text with `<Check id="…" />`. */
  readonly checks: readonly Q[];
  /** Practice, placed in the text with `<Practice id="…" />`. Each counts like a question. */
  readonly labs: readonly Lab[];
  /** Where the sentences of its text come from. For those who build the course, not for learners. */
  readonly claims: readonly Claim[];
}

/** What the final assessment loads of a lesson. */
export interface ExamContent<Q extends QuestionBase = QuestionBase> {
  readonly id: string;
  readonly parts: readonly string[];
  readonly questions: readonly Q[];
}

/** What a lesson's own chunk carries beside its text. */
export interface LessonContent<Q extends QuestionBase = QuestionBase> {
  readonly id: string;
  readonly speaker: string;
  readonly reviewed: string;
  readonly parts: readonly string[];
  readonly objectives: readonly Objective[];
  readonly questions: readonly Q[];
  readonly checks: readonly Q[];
  readonly labs: readonly LabContent[];
  readonly sources: readonly Source[];
  readonly terms: Readonly<Record<string, GlossaryTerm>>;
}
