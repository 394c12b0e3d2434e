/** The part of xAPI 1.0.3's statements (xAPI Data, 2.4) that the course uses. */
export interface Statement {
  /** UUID; the same for the same event, however often it is told. */
  readonly id: string;
  readonly actor: Agent;
  readonly verb: Verb;
  readonly object: Activity;
  readonly result?: Result | undefined;
  readonly context: Context;
  /** UTC, ISO 8601. */
  readonly timestamp: string;
}

/** A learner, as the LMS names them; passed on as it came. */
export interface Agent {
  readonly objectType: 'Agent';
  readonly name?: string | undefined;
  readonly account?: { readonly homePage: string; readonly name: string } | undefined;
  readonly mbox?: string | undefined;
  readonly mbox_sha1sum?: string | undefined;
  readonly openid?: string | undefined;
}

export interface Verb {
  readonly id: string;
  readonly display: LanguageMap;
}

/** Texts by language code. */
export type LanguageMap = Readonly<Record<string, string>>;

export interface Activity {
  readonly objectType?: 'Activity' | undefined;
  /** IRI. */
  readonly id: string;
  readonly definition?: Definition | undefined;
}

export interface Definition {
  readonly type?: string | undefined;
  readonly name?: LanguageMap | undefined;
  readonly description?: LanguageMap | undefined;
  readonly interactionType?: string | undefined;
  readonly correctResponsesPattern?: readonly string[] | undefined;
  readonly choices?: readonly Component[] | undefined;
  readonly source?: readonly Component[] | undefined;
  readonly target?: readonly Component[] | undefined;
  readonly steps?: readonly Component[] | undefined;
}

/** One option of an interaction (xAPI Data, 2.4.4.1, interaction components). */
export interface Component {
  readonly id: string;
  readonly description?: LanguageMap | undefined;
}

export interface Result {
  readonly score?:
    | { readonly scaled: number }
    | { readonly scaled: number; readonly raw: number; readonly min: number; readonly max: number };
  readonly success?: boolean | undefined;
  readonly completion?: boolean | undefined;
  readonly response?: string | undefined;
  /** ISO 8601. */
  readonly duration?: string | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

export interface Context {
  readonly registration?: string | undefined;
  readonly contextActivities?: ContextActivities | undefined;
  readonly platform?: string | undefined;
  readonly language?: string | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

export type ContextActivities = Readonly<
  Partial<Record<'parent' | 'grouping' | 'category' | 'other', readonly Activity[]>>
>;

const adl = (word: string): Verb => ({
  id: `http://adlnet.gov/expapi/verbs/${word}`,
  display: { 'en-US': word },
});

/** ADL's vocabulary, from which cmi5 takes its verbs (cmi5 9.3). */
export const VERBS = {
  initialized: adl('initialized'),
  answered: adl('answered'),
  progressed: adl('progressed'),
  completed: adl('completed'),
  passed: adl('passed'),
  terminated: adl('terminated'),
} as const;

/** Joins two contexts; what the first says is never overwritten (cmi5 10.2.1). */
export function joinContexts(first: Context, second: Context): Context {
  return {
    ...second,
    ...first,
    contextActivities: joinActivities(first.contextActivities, second.contextActivities),
    extensions: joinExtensions(first.extensions, second.extensions),
  };
}

const LISTS = ['parent', 'grouping', 'category', 'other'] as const;

function joinActivities(
  first: ContextActivities = {},
  second: ContextActivities = {},
): ContextActivities | undefined {
  const lists = LISTS.map(
    (list) => [list, [...listed(first[list]), ...listed(second[list])]] as const,
  );
  const filled = lists.filter(([, activities]) => activities.length > 0);
  return filled.length > 0 ? Object.fromEntries(filled) : undefined;
}

/** xAPI takes a single activity for a list of one. */
function listed(activities: readonly Activity[] | Activity = []): readonly Activity[] {
  return 'id' in activities ? [activities] : activities;
}

function joinExtensions(first: Context['extensions'], second: Context['extensions']) {
  return first || second ? { ...second, ...first } : undefined;
}
