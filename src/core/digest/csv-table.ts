import { quote } from '../input-error.ts';
import { type CsvRow, csvRows } from './csv-rows.ts';
import type { Digest, DigestNotes, DigestShape } from './digest.ts';
import { DigestError } from './digest-error.ts';
import { type FieldName, fieldsCalled, foldFieldName } from './field-names.ts';
import { draftOf } from './loose-paper.ts';
import { type Drafted, toRecord } from './paper-draft.ts';
import { MOST_ENTRIES, RecordList } from './record-list.ts';

const DELIMITERS = [',', ';', '\t'] as const;
const BESIDE_TITLE: readonly FieldName[] = [
  ...(['abstract', 'authors', 'published', 'arxivIds', 'doi', 'addresses'] as const),
  ...(['venue', 'categories', 'keywords', 'code', 'summary'] as const),
];
const LONGEST_HEADER = 20_000;

/** A table with a header, of a spreadsheet, a script or Zotero's export as CSV. */
export const csvTable: DigestShape = {
  name: 'csv-table',
  source: null,
  looksLike:
    'a line with the names of columns (Title, Author, Abstract Note, DOI, Url …), by commas, semicolons or tabs, then a row a paper',
  detect(text) {
    return findHeader(text) === null ? 0 : 0.8;
  },
  parse: parseTable,
};

interface Header {
  readonly delimiter: string;
  /** Lines above it: a line “sep=;” of Excel, empty ones. */
  readonly above: number;
  /** Offset at which the header begins. */
  readonly start: number;
}

/** The first line that is not empty, if it names a title and another field. */
function findHeader(text: string): Header | null {
  const lines = text.slice(0, LONGEST_HEADER).split(/\r\n|\n|\r/, 10);
  let start = 0;
  for (const [above, line] of lines.entries()) {
    const isAbove = line.trim() === '' || /^sep=[,;\t]$/i.test(line.trim());
    if (!isAbove) {
      const delimiter = DELIMITERS.find((candidate) => isHeader(line, candidate));
      return delimiter === undefined ? null : { delimiter, above, start };
    }
    start += line.length + (text.startsWith('\r\n', start + line.length) ? 2 : 1);
  }
  return null;
}

function isHeader(line: string, delimiter: string): boolean {
  const names = line.split(delimiter).map((name) => name.trim().replace(/^"|"$/g, ''));
  if (names.length < 2 || names.some((name) => name.length > 60)) return false;
  const fields = new Set(names.flatMap((name) => [...fieldsCalled(name)]));
  return fields.has('title') && BESIDE_TITLE.some((field) => fields.has(field));
}

function parseTable(text: string, notes: DigestNotes): Digest {
  const header = findHeader(text);
  if (header === null) throw new DigestError([noHeader()]);
  const table = csvRows(text.slice(header.start), header.delimiter, header.above + 1, MOST_ENTRIES);
  const names = table.rows[0]?.cells ?? [];
  const columns = knownColumns(names);
  const list = new RecordList();
  if (table.problem !== null) list.report(table.problem);
  for (const row of table.rows.slice(1)) {
    list.add(readRow(names.length, columns, row));
    if (row.cells.length < names.length) list.warn(shortRow(names.length, row));
  }
  return list.toDigest('csv-table', notes);
}

/** Places and names of the columns that are read, each name once: a header may have thousands. */
function knownColumns(names: readonly string[]): readonly (readonly [number, string])[] {
  const columns = new Map<string, readonly [number, string]>();
  for (const [at, name] of names.entries()) {
    const folded = foldFieldName(name);
    if (fieldsCalled(name).length > 0 && !columns.has(folded)) columns.set(folded, [at, name]);
  }
  return [...columns.values()];
}

function readRow(
  width: number,
  columns: readonly (readonly [number, string])[],
  { cells, line, endLine }: CsvRow,
): Drafted {
  if (cells.length > width && cells.slice(width).some((cell) => cell.trim() !== '')) {
    const problem = {
      line,
      expected: `${width} cells as in the header`,
      got: `${cells.length} in the row of ${quote(cells[0]!)}`,
      advice: 'Put quotes around a cell that holds the separator.',
    };
    return { record: null, problem };
  }
  const shifted = columns.find(([at, name]) => isElsewhere(name, cells[at] ?? ''));
  if (shifted !== undefined) {
    const problem = {
      line,
      expected: 'cells below the names of their columns',
      got: `${quote(cells[shifted[0]]!)} in the column ${quote(shifted[1])}`,
      advice: 'Put quotes around a cell that holds the separator, and keep empty cells.',
    };
    return { record: null, problem };
  }
  const object = Object.fromEntries(columns.map(([at, name]) => [name, (cells[at] ?? '').trim()]));
  return toRecord(draftOf(object), { line, endLine, pointer: null });
}

const BARE_DOI = /^10\.\d{4,9}\/\S+$/;
const BARE_DAY = /^\d{4}-\d\d-\d\d(?:[T ]\S*)?$/;
const BARE_ADDRESS = /^https?:\/\/\S+$/i;

/** Whether a cell is what another column holds: that of a row whose cells are shifted. */
function isElsewhere(name: string, cell: string): boolean {
  const text = cell.trim();
  const fields = fieldsCalled(name);
  const isProse = fields.some((field) => /^(?:title|authors|abstract)$/.test(field));
  if (isProse) return [BARE_DOI, BARE_DAY, BARE_ADDRESS].some((bare) => bare.test(text));
  if (fields.includes('published')) return BARE_DOI.test(text) || BARE_ADDRESS.test(text);
  return fields.includes('doi') && BARE_DAY.test(text);
}

function shortRow(width: number, { cells, line }: CsvRow) {
  const got = `${cells.length} in the row of ${quote(cells[0]!)}`;
  const advice = 'Where a line break cut the row, put quotes around the cell; else leave it.';
  return { line, expected: `${width} cells as in the header`, got, advice };
}

function noHeader() {
  return {
    line: 1,
    expected: 'a header with Title and another column of papers',
    got: 'none',
    advice: 'Name the columns in the first line: Title, Author, Abstract, DOI, Url …',
  };
}
