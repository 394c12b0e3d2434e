import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diskReader } from '#src/content/disk-reader.ts';
import { loadCourse } from '#src/content/load-course.ts';
import * as v from 'valibot';
import { model, tally, type State } from './model.ts';
import { countBy, oddDraws, reportFilers, reportLines } from './report.ts';
import { reportTable } from './report-table.ts';
import { importerReportScenario } from './scenario.ts';
import { script } from './script.ts';

const anySeed = fc.integer({ min: 0, max: 0xffffffff });
const { loaded } = await loadCourse(diskReader('lessons'));
const shipped = loaded?.course.lessons
  .flatMap(({ labs }) => labs)
  .find(({ kind }) => kind === 'importer-report')?.scenario;
const scenarios = [script.example, ...(shipped ? [v.parse(importerReportScenario, shipped)] : [])];

describe.each(scenarios)('the report of $firm.name', (scenario) => {
  it('is the same for the same seed, and loses no line in counting', () => {
    fc.assert(
      fc.property(anySeed, fc.constantFrom('filer', 'port', 'goods'), (seed, by) => {
        const lines = reportLines(scenario, seed);
        expect(reportLines(scenario, seed)).toEqual(lines);
        expect(countBy(lines, by).reduce((sum, [, count]) => sum + count, 0)).toBe(lines.length);
      }),
      { numRuns: 10 },
    );
  });

  it('has the lines of each odd group, under its own filer only', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const counts = new Map(countBy(reportLines(scenario, seed), 'filer'));
        for (const { group, lines } of oddDraws(scenario, seed)) {
          expect(counts.get(group.filer.label)).toBe(lines);
        }
        const filers = reportFilers(scenario, seed);
        expect(new Set(filers.map(({ label }) => label)).size).toBe(filers.length);
        expect(new Set(filers.map(({ code }) => code)).size).toBe(filers.length);
      }),
      { numRuns: 10 },
    );
  });

  it('has a typo that is one digit off, and no other number like it', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        for (const { truth, number } of oddDraws(scenario, seed)) {
          const off = number.split('').filter((digit, at) => digit !== scenario.firm.number[at]);
          if (truth === 'typo') expect(off).toHaveLength(1);
        }
      }),
    );
  });

  it('brings more stolen entries with each day until the door is shut, never fewer', () => {
    const anyActs = fc.uniqueArray(fc.nat({ max: scenario.acts.length - 1 }));
    fc.assert(
      fc.property(anySeed, anyActs, (seed, acts) => {
        const start: State = { seed, taken: [] };
        const all = acts.map((_, count) => tally(scenario, start, acts.slice(0, count + 1)));
        for (const [count, { days, entries }] of all.entries()) {
          expect(days).toBeGreaterThanOrEqual(all[count - 1]?.days ?? 0);
          expect(entries).toBeGreaterThanOrEqual(all[count - 1]?.entries ?? 0);
        }
      }),
    );
  });

  it('takes one verdict on a filer, and none once the report is closed', () => {
    const judge = { judge: 0, verdict: 'theft' } as const;
    const start = model.start(scenario, 7);
    const judged = model.decide(scenario, start, judge);
    const closed = model.decide(scenario, start, { close: true });
    expect(judged && model.decide(scenario, judged, judge)).toBeUndefined();
    expect(closed && model.decide(scenario, closed, judge)).toBeUndefined();
  });
});

describe('the table', () => {
  const lines = reportLines(script.example, 7);

  it('shows a page at a time, sorted', () => {
    const table = reportTable(lines);
    table.setSorting([{ id: 'value', desc: true }]);
    const values = table.getRowModel().rows.map(({ original }) => original.value);
    expect(values).toHaveLength(12);
    expect(values[0]).toBe(Math.max(...lines.map(({ value }) => value)));
    expect(values).toEqual([...values].sort((a, b) => b - a));
  });

  it('filters by name and by what is looked for', () => {
    const table = reportTable(lines);
    const filer = 'Filer AAA';
    table.setColumnFilters([{ id: 'filer', value: filer }]);
    const count = lines.filter((line) => line.filer === filer).length;
    expect(table.getFilteredRowModel().rows).toHaveLength(count);
    table.setColumnFilters([]);
    table.setGlobalFilter('another firm');
    expect(table.getFilteredRowModel().rows.length).toBe(
      lines.filter(({ consignee }) => consignee.startsWith('Another firm')).length,
    );
  });
});
