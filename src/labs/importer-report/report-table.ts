import {
  columnFilteringFeature,
  constructTable,
  createColumnHelper,
  createFilteredRowModel,
  createPaginatedRowModel,
  createSortedRowModel,
  filterFn_equalsString,
  filterFn_includesString,
  globalFilteringFeature,
  rowPaginationFeature,
  rowSortingFeature,
  sortFn_basic,
  sortFn_text,
  tableFeatures,
} from '@tanstack/table-core';
import { storeReactivityBindings } from '@tanstack/table-core/store-reactivity-bindings';
import type { Line } from './report.ts';

const LINES_PER_PAGE = 12;

/** The report as a table to sort, filter and page through. It knows nothing of the screen. */
export function reportTable(lines: readonly Line[]) {
  const features = tableFeatures({
    coreReactivityFeature: storeReactivityBindings(),
    columnFilteringFeature,
    globalFilteringFeature,
    filteredRowModel: createFilteredRowModel(),
    filterFns: { equalsString: filterFn_equalsString, includesString: filterFn_includesString },
    rowSortingFeature,
    sortedRowModel: createSortedRowModel(),
    sortFns: { basic: sortFn_basic, text: sortFn_text },
    rowPaginationFeature,
    paginatedRowModel: createPaginatedRowModel(),
  });
  const helper = createColumnHelper<typeof features, Line>();
  const named = { filterFn: 'equalsString', sortFn: 'text' } as const;
  const columns = helper.columns([
    helper.accessor('day', { header: 'Day', sortFn: 'basic' }),
    helper.accessor('entry', { header: 'Entry', sortFn: 'text' }),
    helper.accessor('port', { header: 'Port', ...named }),
    helper.accessor('filer', { header: 'Filer', ...named }),
    helper.accessor('goods', { header: 'Chapter and goods', ...named }),
    helper.accessor('country', { header: 'Country', sortFn: 'text' }),
    helper.accessor('consignee', { header: 'Consignee', sortFn: 'text' }),
    helper.accessor('number', { header: 'Its number', sortFn: 'text' }),
    helper.accessor('value', { header: 'Value, $', sortFn: 'basic' }),
    helper.accessor('duty', { header: 'Duty, $', sortFn: 'basic' }),
  ]);
  return constructTable({
    features,
    columns,
    data: lines,
    globalFilterFn: 'includesString',
    enableSortingRemoval: false,
    initialState: {
      sorting: [{ id: 'day', desc: false }],
      pagination: { pageIndex: 0, pageSize: LINES_PER_PAGE },
    },
  });
}
