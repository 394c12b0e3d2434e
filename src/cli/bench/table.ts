import type { Bar, Unit } from './figures.ts';
import type { Result } from './results.ts';

/** Rows of words as lines of aligned columns, the numbers to the right. */
export function toTable(results: readonly Result[]): string {
  const rows = [['', 'median', 'from … to', 'values', 'bar', ''], ...results.map(toRow)];
  const widths = [0, 1, 2, 3, 4].map((column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => {
          const width = widths[column] ?? 0;
          return column === 0 || column === 5 ? cell.padEnd(width) : cell.padStart(width);
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function toRow({ definition: { what, unit }, bar, reading }: Result): string[] {
  const limit = bar ? barText(bar, unit) : '';
  if (!reading.measured) return [what, '—', '', '', limit, `not measured: ${reading.reason}`];
  const { median, least, most, values, isOver } = reading;
  const range = least === most ? '' : `${amount(least, unit)} … ${amount(most, unit)}`;
  const verdict = isOver === undefined ? '' : isOver ? 'OVER' : 'ok';
  return [what, amount(median, unit), range, String(values.length), limit, verdict];
}

function barText(bar: Bar, unit: Unit): string {
  return 'atMost' in bar ? `≤ ${amount(bar.atMost, unit)}` : `exactly ${amount(bar.exactly, unit)}`;
}

function amount(value: number, unit: Unit): string {
  switch (unit) {
    case 'bytes':
      return value < 1_000
        ? `${rounded(value, 1)} B`
        : `${rounded(value / 1_000, 1).toLocaleString('en-US')} kB`;
    case 'ms':
      return `${(value / 1_000).toFixed(2)} s`;
    case 's':
      return `${value.toFixed(1)} s`;
    default:
      return rounded(value, 1).toLocaleString('en-US');
  }
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
