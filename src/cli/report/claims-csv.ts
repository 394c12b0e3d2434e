import type { ClaimsMatrix, Evidence, MatrixClaim, MatrixLesson } from './claims-matrix.ts';
import { speakerOf } from '#src/content/voices.ts';
import { toCsv } from './csv.ts';

const COLUMNS = [
  'Objective',
  'Lesson',
  'Lesson reviewed',
  'Questions',
  'Claim or stem',
  'Line',
  'Basis',
  'Source',
  'Title',
  'Publisher',
  'Citation',
  'Address',
  'Quote',
  'Session',
  'Whose words',
  'Read',
  'Opened',
  'Review by',
];

/**
 * The matrix as a table with a row for each citation of a question, then for each citation of a
 * claim, lesson by lesson. A claim names all objectives and questions that rest on its evidence.
 */
export function claimsCsv({ lessons, sources }: ClaimsMatrix): string {
  const known = new Map(sources);
  const evidenceFields = ({ source, quote = '', session = '' }: Evidence): string[] => {
    const entry = known.get(source);
    const { title = '', publisher = '', citation = '', url = '' } = entry ?? {};
    const { read = '', opened = '', reviewBy = '' } = entry ?? {};
    const whose = entry?.voices && quote ? (speakerOf(quote, entry.voices) ?? 'its author') : '';
    return [
      ...[source, title, publisher, citation, url],
      ...[quote, session, whose, read, opened, reviewBy],
    ];
  };
  const rows = lessons.flatMap((matrix) => [...questionRows(matrix), ...claimRows(matrix)]);
  return toCsv([
    COLUMNS,
    ...rows.map(({ fields, evidence }) => [
      ...fields,
      ...(evidence ? evidenceFields(evidence) : Array<string>(11).fill('')),
    ]),
  ]);
}

interface Row {
  readonly fields: readonly string[];
  /** None where a basis stands in its place. */
  readonly evidence: Evidence | undefined;
}

function* questionRows({ lesson, objectives }: MatrixLesson): Generator<Row> {
  for (const { objective, questions } of objectives) {
    for (const { id, stem, cites } of questions) {
      const fields = [objective.id, lesson.id, lesson.reviewed, id, stem, '', ''];
      for (const evidence of cites) yield { fields, evidence };
    }
  }
}

function* claimRows(matrix: MatrixLesson): Generator<Row> {
  const { lesson, claims } = matrix;
  for (const claim of claims) {
    const tested = objectivesOf(claim, matrix);
    const objectives = tested.map(({ objective }) => objective.id).join('; ');
    const questions = tested.flatMap((one) => one.questions.map(({ id }) => id)).join('; ');
    for (const { text, line } of claim.sentences) {
      const basis = claim.basis ?? '';
      const fields = [objectives, lesson.id, lesson.reviewed, questions, text, `${line}`, basis];
      if (claim.cites.length === 0) yield { fields, evidence: undefined };
      for (const evidence of claim.cites) yield { fields, evidence };
    }
  }
}

function objectivesOf(claim: MatrixClaim, { objectives }: MatrixLesson) {
  return objectives.filter(({ claims }) => claims.includes(claim));
}
