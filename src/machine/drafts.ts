import { KEPT_ASIDE, type Draft, type Progress, type SavedResponse } from '#src/course/progress.ts';

/*
 * A draft belongs to its question, wherever the learner goes meanwhile: looking something up loses
 * no answer that was begun.
 */

/** Permanent numbers. */
interface Place {
  readonly lesson: number;
  readonly question: number;
}

export function draftOf({ drafts }: Progress, place: Place): SavedResponse | undefined {
  return drafts?.find((draft) => isAt(draft, place))?.response;
}

/** Progress with a draft in place of the one before; beyond `KEPT_ASIDE` the oldest gives way. */
export function withDraft(progress: Progress, draft: Draft): Progress {
  const { drafts = [] } = withoutDraft(progress, draft);
  return { ...progress, drafts: [...drafts, draft].slice(-KEPT_ASIDE) };
}

export function withoutDraft(progress: Progress, place: Place): Progress {
  if (draftOf(progress, place) === undefined) return progress;
  const drafts = progress.drafts?.filter((draft) => !isAt(draft, place));
  return { ...progress, drafts: drafts?.length ? drafts : undefined };
}

function isAt(draft: Draft, { lesson, question }: Place): boolean {
  return draft.lesson === lesson && draft.question === question;
}
