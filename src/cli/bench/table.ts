import type { Bar, Unit } from './figures.ts';
import type { Result } from './results.ts';

const ONE_DIGIT = { minimumFractionDigits: 1, maximumFractionDigits: 1 };

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
        ? `${oneDigit(value)} B`
        : `${(value / 1_000).toLocaleString('en-US', ONE_DIGIT)} kB`;
    case 'ms':
      return value < 100 ? `${oneDigit(value)} ms` : `${(value / 1_000).toFixed(2)} s`;
    case 's':
      return `${value.toFixed(1)} s`;
    default:
      return oneDigit(value);
  }
}

/** With a decimal only where there is one. */
function oneDigit(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 1 });
}
