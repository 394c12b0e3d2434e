import type { Exam } from './candidate.ts';
import { coverage, passRows, precision, type Spread } from './measures.ts';

/** The simulation in words and columns. `learners`: how many of each kind. */
export function blueprintText(exam: Exam, learners: number): string {
  return [passes(exam, learners), scores(exam, learners), forms(exam, learners)].join('\n\n');
}

function passes(exam: Exam, learners: number): string {
  const rows = passRows(exam, learners).map(({ name, passed }) => [
    name,
    ...passed.map((one) => one.toFixed(3)),
  ]);
  return table(`Chance to pass, by try (${learners} learners of each kind)`, [
    ['', '1', '2', '3', '6'],
    ...rows,
  ]);
}

function scores(exam: Exam, learners: number): string {
  const { error, reliability, length } = precision(exam, learners);
  return table('The score', [
    ['standard error of somebody at 80 %', `${error.toFixed(1)} points`],
    ['reliability, true scores .80 with deviation .10', reliability.toFixed(2)],
    ['questions asked of somebody at 80 %', length.toFixed(1)],
  ]);
}

function forms(exam: Exam, learners: number): string {
  const found = coverage(exam, learners);
  const rows: [string, Spread, number][] = [
    ['lessons in a form', found.lessons, 0],
    [`objectives in one form, of ${found.objectives}`, found.objectivesInOne, 0],
    [`objectives in two forms, of ${found.objectives}`, found.objectivesInTwo, 0],
    ['share asked again in the second and third form', found.repeated, 2],
    ['questions that two learners share in their first form', found.shared, 0],
    ['percent that pure guessing earns', found.floor, 1],
    ...[...found.kinds].map(([kind, spread]): [string, Spread, number] => [kind, spread, 0]),
    ...[...found.levels].map(([level, spread]): [string, Spread, number] => [level, spread, 0]),
  ];
  return table(`Forms, from a bank of ${found.bank}`, [
    ['', 'least', 'mean', 'most'],
    ...rows.map(([name, { least, mean, most }, digits]) => [
      name,
      least.toFixed(digits),
      mean.toFixed(Math.max(1, digits)),
      most.toFixed(digits),
    ]),
  ]);
}

function table(title: string, rows: readonly (readonly string[])[]): string {
  const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  const lines = rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(width(0)) : cell.padStart(width(column) + 2),
      )
      .join('')
      .trimEnd(),
  );
  return [title, ...lines].join('\n');
}
