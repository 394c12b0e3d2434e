import { COMMITS, FRAMES, type LaunchOptions, MODES, PROFILES } from '#src/simulator/contract.ts';

/** A launch option with a closed set of values, as the form shows it. */
export interface ChoiceField {
  readonly name: 'profile' | 'frame' | 'mode' | 'commit';
  readonly label: string;
  readonly hint: string;
  readonly choices: readonly { readonly value: string; readonly text: string }[];
}

/** A launch option that is on or off. */
export interface FlagField {
  readonly name: 'reviewWhenDone' | 'masteryOverride' | 'throwOnClose' | 'bothApis';
  readonly label: string;
  readonly hint: string;
}

const choices = <T extends string>(values: readonly T[], texts: Readonly<Record<T, string>>) =>
  values.map((value) => ({ value, text: texts[value] }));

export const MODE_FIELD: ChoiceField = {
  name: 'mode',
  label: 'Mode',
  hint: 'Review and browse do not count: the course should write nothing.',
  choices: choices(MODES, {
    normal: 'Normal, for credit',
    review: 'Review',
    browse: 'Browse (preview)',
  }),
};

export const FRAME_FIELD: ChoiceField = {
  name: 'frame',
  label: 'Window',
  hint: 'Where the course runs, and where it must look for the LMS.',
  choices: choices(FRAMES, {
    frame: 'Frame in the page',
    nested: 'Frame in a frame in a frame',
    popup: 'Window of its own',
    late: 'Frame; the LMS answers only after 4 seconds',
    none: 'Frame; there is no LMS',
  }),
};

export const PROFILE_FIELD: ChoiceField = {
  name: 'profile',
  label: 'Server',
  hint: 'How the files of the course are served.',
  choices: choices(PROFILES, {
    ordinary: 'Ordinary',
    octet: 'All but pages labelled as downloads',
    plain: 'All but pages labelled as plain text',
    csp: 'Strict content security policy',
    'no-unload': 'No unload events',
    'poor-mime': 'Only html, js, css, png, jpg and svg',
  }),
};

export const COMMIT_FIELD: ChoiceField = {
  name: 'commit',
  label: 'Saving',
  hint: 'May be changed while the course runs.',
  choices: choices(COMMITS, {
    ok: 'Works',
    fails: 'Fails and says so',
    forgets: 'Fails, and forgets what was to be saved',
    lies: 'Fails and says it worked',
  }),
};

export const REVIEW_FIELD: FlagField = {
  name: 'reviewWhenDone',
  label: 'Review once done',
  hint: 'An attempt that is completed or passed opens in review mode.',
};

export const OVERRIDE_FIELD: FlagField = {
  name: 'masteryOverride',
  label: 'Pass mark decides',
  hint: 'At the end the LMS itself sets passed or failed from score and pass mark.',
};

export const THROW_FIELD: FlagField = {
  name: 'throwOnClose',
  label: 'Saving breaks on leaving',
  hint: 'As in Chrome: while the window closes, calls that save throw an error.',
};

export const BOTH_FIELD: FlagField = {
  name: 'bothApis',
  label: 'Both standards at once',
  hint: 'The LMS offers the other standard too; the course must leave that alone.',
};

/** What differs from an ordinary launch, in a few words; empty if nothing does. */
export function summarize(options: LaunchOptions): string {
  const named = [MODE_FIELD, FRAME_FIELD, PROFILE_FIELD, COMMIT_FIELD]
    .filter((field) => options[field.name] !== field.choices[0]?.value)
    .map((field) => {
      const choice = field.choices.find(({ value }) => value === options[field.name]);
      return `${field.label}: ${choice?.text ?? ''}`;
    });
  const more = [
    ...(options.reading === 'ok' ? [] : [`The record is handed out: ${options.reading}`]),
    ...(options.limit > 0 ? [`Takes ${options.limit} characters`] : []),
    ...(options.dieAfter > 0 ? [`Dies after ${options.dieAfter} calls`] : []),
    ...(options.blankMode ? ['Gives no mode'] : []),
  ];
  const slow = options.commitDelay > 0 ? [`Saving takes ${options.commitDelay} ms`] : [];
  const mark =
    typeof options.masteryScore === 'number' ? [`Pass mark ${options.masteryScore}`] : [];
  const flags = [
    ...(options.reviewWhenDone ? [REVIEW_FIELD.label] : []),
    ...(options.throwOnClose ? [THROW_FIELD.label] : []),
    ...(options.bothApis ? [BOTH_FIELD.label] : []),
  ];
  return [...named, ...mark, ...slow, ...more, ...flags].join(' · ');
}
