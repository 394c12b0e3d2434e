import type { PackageKind } from '#src/simulator/contract.ts';
import type { Model } from './strict/model.ts';
import { scorm12Model } from './strict/scorm12.ts';
import { scorm2004Model } from './strict/scorm2004.ts';

/** The two APIs. 3rd and 4th edition of SCORM 2004 are the same at run time. */
export type StandardName = 'scorm12' | 'scorm2004';

/** Names, elements and error codes in which the two standards differ. */
export interface Standard {
  readonly name: StandardName;
  /** Name of the API object. */
  readonly api: 'API' | 'API_1484_11';
  readonly calls: {
    readonly initialize: string;
    readonly finish: string;
    readonly get: string;
    readonly set: string;
    readonly commit: string;
    readonly lastError: string;
    readonly errorString: string;
    readonly diagnostic: string;
  };
  readonly model: Model;
  readonly elements: {
    readonly learnerId: string;
    readonly learnerName: string;
    readonly mode: string;
    readonly credit: string;
    readonly entry: string;
    readonly exit: string;
    readonly location: string;
    readonly sessionTime: string;
    readonly totalTime: string;
    readonly score: string;
    /** Verdict on completion. */
    readonly status: string;
    /** Verdict that a pass mark overrides. */
    readonly success: string;
    readonly passMark: string;
  };
  /** Error codes by state of the session; what 1.2 does not tell apart is 301. */
  readonly errors: {
    readonly initializeTwice: number;
    readonly initializeAfterFinish: number;
    readonly finish: { readonly before: number; readonly after: number; readonly failed: number };
    readonly get: { readonly before: number; readonly after: number };
    readonly set: { readonly before: number; readonly after: number; readonly value: number };
    readonly commit: { readonly before: number; readonly after: number; readonly failed: number };
  };
}

/** SCORM 1.2, RTE section 3.3 and 3.4. */
export const scorm12: Standard = {
  name: 'scorm12',
  api: 'API',
  calls: {
    initialize: 'LMSInitialize',
    finish: 'LMSFinish',
    get: 'LMSGetValue',
    set: 'LMSSetValue',
    commit: 'LMSCommit',
    lastError: 'LMSGetLastError',
    errorString: 'LMSGetErrorString',
    diagnostic: 'LMSGetDiagnostic',
  },
  model: scorm12Model,
  elements: {
    learnerId: 'cmi.core.student_id',
    learnerName: 'cmi.core.student_name',
    mode: 'cmi.core.lesson_mode',
    credit: 'cmi.core.credit',
    entry: 'cmi.core.entry',
    exit: 'cmi.core.exit',
    location: 'cmi.core.lesson_location',
    sessionTime: 'cmi.core.session_time',
    totalTime: 'cmi.core.total_time',
    score: 'cmi.core.score.raw',
    status: 'cmi.core.lesson_status',
    success: 'cmi.core.lesson_status',
    passMark: 'cmi.student_data.mastery_score',
  },
  errors: {
    initializeTwice: 101,
    initializeAfterFinish: 101,
    finish: { before: 301, after: 301, failed: 101 },
    get: { before: 301, after: 301 },
    set: { before: 301, after: 301, value: 405 },
    commit: { before: 301, after: 301, failed: 101 },
  },
};

/** SCORM 2004, RTE section 3.1 and 4.2. */
export const scorm2004: Standard = {
  name: 'scorm2004',
  api: 'API_1484_11',
  calls: {
    initialize: 'Initialize',
    finish: 'Terminate',
    get: 'GetValue',
    set: 'SetValue',
    commit: 'Commit',
    lastError: 'GetLastError',
    errorString: 'GetErrorString',
    diagnostic: 'GetDiagnostic',
  },
  model: scorm2004Model,
  elements: {
    learnerId: 'cmi.learner_id',
    learnerName: 'cmi.learner_name',
    mode: 'cmi.mode',
    credit: 'cmi.credit',
    entry: 'cmi.entry',
    exit: 'cmi.exit',
    location: 'cmi.location',
    sessionTime: 'cmi.session_time',
    totalTime: 'cmi.total_time',
    score: 'cmi.score.scaled',
    status: 'cmi.completion_status',
    success: 'cmi.success_status',
    passMark: 'cmi.scaled_passing_score',
  },
  errors: {
    initializeTwice: 103,
    initializeAfterFinish: 104,
    finish: { before: 112, after: 113, failed: 111 },
    get: { before: 122, after: 123 },
    set: { before: 132, after: 133, value: 406 },
    commit: { before: 142, after: 143, failed: 391 },
  },
};

/** The standard of a package; none for the web edition and for what cannot be launched. */
export function standardOf(kind: PackageKind): Standard | undefined {
  if (kind === 'scorm12') return scorm12;
  return kind === 'scorm2004-3rd' || kind === 'scorm2004-4th' ? scorm2004 : undefined;
}
