import * as v from 'valibot';
import { assessmentSchema } from './assessment.ts';
import { SEQUENCINGS } from './outline.ts';
import { BLOOM_LEVELS, USES } from './question.ts';

/*
 * The shape of every authored file. Each field says in plain words what it is for; the JSON Schemas
 * that editors use for completion are generated from this file (`npm run check -- --fix`).
 */

/**
 * A name in kebab-case: lower-case letters and digits in groups joined by single hyphens. Two words
 * are none: valibot drops them as keys of a record, since every object has them.
 */
const ID = /^(?!(?:constructor|prototype)$)[a-z0-9]+(-[a-z0-9]+)*$/;

const described = <T extends v.GenericSchema>(schema: T, description: string) =>
  v.pipe(schema, v.description(description));

// eslint-disable-next-line no-control-regex -- No file format takes them.
const CONTROL = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F]/;

const text = (description: string, most = Infinity) =>
  described(
    v.pipe(
      v.string(),
      v.trim(),
      v.nonEmpty('must not be empty'),
      v.check((value) => !CONTROL.test(value), 'must not have control characters'),
      v.check(({ length }) => length <= most, `must not be longer than ${most} characters`),
    ),
    description,
  );

const id = (description: string) =>
  described(
    v.pipe(v.string(), v.regex(ID, 'must be lower-case words joined by hyphens, like seal-check')),
    description,
  );

const date = (description: string) =>
  described(
    v.pipe(v.string(), v.isoDate('must be a date written YYYY-MM-DD')),
    `${description} Written YYYY-MM-DD.`,
  );

const session = (description: string) =>
  described(
    v.pipe(v.string(), v.regex(/^S\d+(\.\d+)?$/, 'must be the number of a session, like S1.1')),
    description,
  );

const percentage = (description: string) =>
  described(
    v.pipe(v.number(), v.minValue(0, 'must be at least 0'), v.maxValue(100, 'must be at most 100')),
    description,
  );

export const moduleSchema = v.strictObject({
  id: id('Lessons name their module by this.'),
  title: text('Heading of the module in the course overview.'),
  subtitle: text('One line below it: the speaker, or what the sessions were.'),
});

/**
 * How completion and success become the single status of SCORM 1.2. SCORM 2004 always gets both.
 * `failed` is never sent: another attempt may follow.
 */
export const REPORTINGS = ['passed-incomplete', 'completed-incomplete'] as const;

/** `lessons/course.yaml` */
export const courseSchema = v.strictObject({
  id: id('Permanent name of the course. An LMS keeps learners’ records by it: never change it.'),
  title: text('Full title, 200 characters at most: some LMSs take no more than 255.', 200),
  shortTitle: text('Title for narrow places.'),
  event: text('What the course is about, as a label above the title.'),
  lede: text('One or two sentences that open the course.'),
  description: described(
    v.pipe(
      v.string(),
      v.nonEmpty('must not be empty'),
      v.maxLength(1000, 'must not be longer than 1,000 characters'),
    ),
    'For an LMS’s catalogue, 1,000 characters at most.',
  ),
  keywords: v.optional(
    described(
      v.array(text('One keyword.')),
      'For an LMS’s catalogue: what someone would search for.',
    ),
    [],
  ),
  language: described(
    v.pipe(
      v.string(),
      v.regex(/^[a-z]{2}(-[A-Z]{2})?$/, 'must be a language code like en or en-US'),
    ),
    'Language of the text, like en or en-US.',
  ),
  passMark: percentage('Course score needed to pass, in percent. An LMS may set another.'),
  sequencing: v.optional(
    described(
      v.picklist(SEQUENCINGS),
      'Which lessons are open: free (default), linear, prerequisites.',
    ),
    'free',
  ),
  reporting: v.optional(
    described(
      v.picklist(REPORTINGS),
      'SCORM 1.2 status of a finished course: passed-incomplete (default) waits for the pass mark, completed-incomplete for the last lesson.',
    ),
    'passed-incomplete',
  ),
  assessment: v.optional(assessmentSchema),
  modules: described(
    v.pipe(v.array(moduleSchema), v.minLength(1, 'must name at least one module')),
    'Groups of lessons, in order.',
  ),
});
export type CourseConfig = v.InferOutput<typeof courseSchema>;

export const objectiveSchema = v.strictObject({
  id: id('Questions name their objective by this. Permanent.'),
  text: text('What the learner can do afterwards, starting with a verb.'),
  bloom: described(v.picklist(BLOOM_LEVELS), 'Bloom level that the objective asks for.'),
});
export type Objective = v.InferOutput<typeof objectiveSchema>;

/** Frontmatter of `lessons/NN-slug/index.md` */
export const lessonSchema = v.strictObject({
  title: text('Title of the lesson.'),
  summary: text('One line about it for the overview.'),
  module: id('Id of the module in course.yaml that it belongs to.'),
  session: session('Session of the source that it is taught from, like S1.1.'),
  speaker: text('Who spoke, or which panel it was.'),
  minutes: described(
    v.pipe(v.number(), v.integer('must be a whole number'), v.minValue(1, 'must be at least 1')),
    'How long it takes with its quiz, in whole minutes.',
  ),
  optional: v.optional(
    described(v.boolean(), 'true: not needed to complete the course. Default false.'),
    false,
  ),
  prerequisites: v.optional(
    described(
      v.array(id('Id of a lesson.')),
      'Lessons to complete first, where course.yaml says sequencing: prerequisites.',
    ),
    [],
  ),
  objectives: described(
    v.pipe(v.array(objectiveSchema), v.minLength(1, 'must name at least one objective')),
    'What the lesson teaches; every question tests one of them.',
  ),
  sources: described(
    v.array(id('Id of a source in sources.yaml.')),
    'Sources shown at the foot of the lesson.',
  ),
  reviewed: date('Day on which someone last checked the lesson against its sources.'),
});
export type LessonMeta = v.InferOutput<typeof lessonSchema>;

/** `lessons/glossary.yaml`: id → term */
export const glossaryTermSchema = v.strictObject({
  term: text('The term as shown, with its short form.'),
  definition: text('One or two plain sentences.'),
  source: v.optional(text('Where the definition rests, as a citation.')),
});
export type GlossaryTerm = v.InferOutput<typeof glossaryTermSchema>;
export const glossarySchema = v.record(id('Id of the term.'), glossaryTermSchema);

/** How much of a source somebody read. */
export const READINGS = ['whole', 'part', 'reported', 'known'] as const;

const voiceSchema = v.strictObject({
  who: text('Name of the speaker, as a sentence of a lesson has it, like Duke.'),
  words: described(
    v.array(text('Exact words.')),
    'What the source quotes of that speaker; empty where it quotes nothing.',
  ),
});

/** `lessons/sources.yaml`: id → source */
export const sourceSchema = v.pipe(
  v.strictObject({
    title: text('Name of the document or page.'),
    publisher: v.optional(text('Who published it: an agency, an outlet, a firm.')),
    citation: v.optional(text('Formal citation or date: statute, Federal Register, order number.')),
    url: v.optional(
      described(
        v.pipe(
          v.string(),
          v.regex(/^https:\/\/\S+$/, 'must be an address that begins with https://'),
        ),
        'Where learners find it. Only an address that is known to be true.',
      ),
    ),
    read: described(
      v.picklist(READINGS),
      'How much of it somebody read. whole. part: some of it, at least its opening. reported: only what others say of it. known: nothing, it is general knowledge.',
    ),
    opened: v.optional(date('Day on which somebody last read it. Only with whole or part.')),
    note: v.optional(
      text('What learners should know of that reading: the edition, or who reports it.'),
    ),
    reviewBy: date('Day by which it must be opened again.'),
    quoted: v.optional(
      described(
        v.boolean(),
        'true: whoever cites it gives its exact words, which are held against its .digest.json.',
      ),
    ),
    voices: v.optional(
      described(
        v.array(voiceSchema),
        'Speakers in it. Other words of it are its author’s, and never theirs.',
      ),
    ),
  }),
  v.check(
    ({ read, opened }) => (opened !== undefined) === (read === 'whole' || read === 'part'),
    'must have “opened” if it was read in whole or in part, and only then',
  ),
);
export type Source = v.InferOutput<typeof sourceSchema>;
export const sourcesSchema = v.record(id('Id of the source.'), sourceSchema);

export const citationSchema = v.strictObject({
  source: id('Id of a source in sources.yaml.'),
  quote: v.optional(text('Exact words of the source, 25 at most.')),
  session: v.optional(session('Session that the quote is from, where it is not the lesson’s own.')),
});

/** What a sentence without a citation rests on. */
export const CLAIM_BASES = ['invented', 'worked-out', 'course'] as const;

export const claimSchema = v.pipe(
  v.strictObject({
    says: described(
      v.pipe(
        v.array(text('Beginning of a sentence of the text, long enough to be the only one.')),
        v.minLength(1, 'must name at least one sentence'),
      ),
      'Sentences of the lesson’s text, each by its first words, as plain text.',
    ),
    cites: v.optional(
      described(v.array(citationSchema), 'What they rest on; for the recap with its exact words.'),
      [],
    ),
    basis: v.optional(
      described(
        v.picklist(CLAIM_BASES),
        'In place of cites. invented: made up for practice, and labelled so. worked-out: follows from figures cited in the same lesson. course: about the course itself, or an instruction.',
      ),
    ),
  }),
  v.check(
    ({ cites, basis }) => cites.length > 0 !== (basis !== undefined),
    'must have either “cites” or “basis”',
  ),
);
export type Claim = v.InferOutput<typeof claimSchema>;

/** `lessons/NN-slug/claims.yaml` */
export const claimsSchema = v.strictObject({
  claims: described(
    v.array(claimSchema),
    'Where each sentence with a number, a date, a name or a rule comes from.',
  ),
});

/** `lessons/<source>.digest.json`: the exact words of a quoted source, hashed (see `content/digest.ts`). */
export const digestSchema = v.strictObject({
  comment: text('How the file was made.'),
  sessions: v.record(session('Number of a session, like S1.1.'), v.string()),
});

export const lintExceptionSchema = v.strictObject({
  rule: text('Name of the rule as `npm run check` shows it, like text/long-sentence.'),
  because: text('Why it does not hold here.'),
});

const lint = v.optional(
  described(
    v.array(lintExceptionSchema),
    'Findings of `npm run check` that are fine here, each with its reason.',
  ),
);

/** Fields that every lab has, but its kind and its scenario (see `src/labs/`). */
export const labEntries = {
  id: id('Permanent name of the lab, unique in its lesson: learners’ progress depends on it.'),
  title: text('What is practised, as a heading.'),
  objective: id('The lesson’s objective that the lab trains.'),
  minutes: described(v.pipe(v.number(), v.integer(), v.minValue(1)), 'How long it takes.'),
  intro: text('The situation, and what to do in it.'),
  invented: text('What is made up for practice, in a sentence. Learners see it.'),
  cites: described(
    v.pipe(v.array(citationSchema), v.minLength(1, 'must name at least one source')),
    'Where the rules of the lab come from.',
  ),
  lint,
} as const;

/** Fields that every question has. Each kind adds its own (see `src/questions/`). */
export const questionEntries = {
  id: id('Permanent name, unique in its lesson: saved progress depends on it.'),
  stem: text('What is asked: a question or a task, in plain text.'),
  objective: id('Id of the lesson objective that it tests.'),
  bloom: described(v.picklist(BLOOM_LEVELS), 'Bloom level that it asks for.'),
  use: v.optional(
    described(
      v.picklist(USES),
      'What it is for. quiz.yaml holds practice, exam.yaml holds exam: each is the default of its file.',
    ),
  ),
  part: v.optional(
    text('Title of the part of the lesson that teaches it: who misses it is led there.'),
  ),
  tries: v.optional(
    described(
      v.pipe(v.number(), v.integer('must be a whole number'), v.minValue(1, 'must be at least 1')),
      'How often it may be answered in one round. Default 1; inline checks have no limit.',
    ),
    1,
  ),
  explanation: v.optional(text('Shown after the answer, whatever it was.')),
  lint,
  cites: described(
    v.array(citationSchema),
    'What the question rests on; for the recap with a short exact quote.',
  ),
} as const;
export { text as textField, id as idField, described };
