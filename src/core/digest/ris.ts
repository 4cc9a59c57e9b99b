import { quote } from '../input-error.ts';
import { nameList, splitByAnd } from './author-names.ts';
import type { Digest, DigestNotes, DigestShape } from './digest.ts';
import { readLabelledNote } from './author-note.ts';
import { withoutMailEnd } from './mail-end.ts';
import { firstOf, type PaperDraft, toRecord } from './paper-draft.ts';
import { RecordList } from './record-list.ts';
import { textLines } from './text-lines.ts';

const TAG = /^\s{0,3}\ufeff?([A-Z][A-Z0-9]) {1,2}- ?(.*)$/;
const SAMPLE = 20_000;
const LONGEST_RECORD = 200_000;

/** RIS, which reference managers and publishers export: a two-letter tag begins each line. */
export const ris: DigestShape = {
  name: 'ris',
  source: null,
  looksLike: 'lines “TY  - JOUR”, “TI  - Title”, “AU  - Last, First”, “AB  - …”, “ER  -”',
  detect(text) {
    const tags = text
      .slice(0, SAMPLE)
      .split(/\r\n|\n|\r/)
      .map((line) => TAG.exec(line)?.[1])
      .filter((tag) => tag !== undefined);
    const opens =
      TAG.exec(
        text
          .slice(0, 200)
          .trimStart()
          .split(/[\r\n]/, 1)[0]!,
      )?.[1] === 'TY';
    return opens && tags.length >= 2 ? 0.95 : 0;
  },
  parse: parseRis,
};

/** The fields of one record: every value of every tag, in order. */
interface Entry {
  readonly line: number;
  endLine: number;
  titleLine: number | null;
  /** In characters. */
  size: number;
  readonly fields: Map<string, string[][]>;
}

function parseRis(text: string, notes: DigestNotes): Digest {
  const reader = new RisReader();
  for (const { line, text: source } of textLines(text)) {
    if (!reader.read(source, line)) break;
  }
  reader.end();
  return reader.list.toDigest('ris', notes);
}

class RisReader {
  readonly list = new RecordList();
  private entry: Entry | null = null;
  private field: string[] | null = null;

  /** False where the file has too many records to go on. */
  read(source: string, line: number): boolean {
    const match = TAG.exec(source);
    if (match === null) this.readContinuation(source, line);
    else if (match[1] === 'TY' && !this.list.hasRoomFor(line)) return false;
    else this.readTag(match[1]!, match[2]!, line);
    return true;
  }

  /** The end of the file. */
  end(): void {
    if (this.entry !== null) this.reportOpen(this.entry, 'the end of the file');
    this.entry = null;
  }

  private readTag(tag: string, value: string, line: number): void {
    if (tag === 'TY') {
      if (this.entry !== null) this.reportOpen(this.entry, 'the next “TY  -”');
      this.entry = { line, endLine: line, titleLine: null, size: 0, fields: new Map() };
      this.field = null;
    } else if (this.entry === null) this.reportStray(tag, line);
    else if (tag === 'ER') {
      this.entry.endLine = line;
      this.finish(this.entry);
      this.entry = null;
    } else this.addField(this.entry, tag, value, line);
  }

  private addField(entry: Entry, tag: string, value: string, line: number): void {
    const values = entry.fields.get(tag) ?? [];
    this.field = [value];
    entry.size += value.length;
    values.push(this.field);
    entry.fields.set(tag, values);
    entry.endLine = line;
    if (tag === 'TI' || tag === 'T1') entry.titleLine ??= line;
  }

  private readContinuation(source: string, line: number): void {
    if (source.trim() === '') return;
    if (this.entry === null) this.reportStray(source, line);
    else if (this.field !== null) {
      this.field.push(source);
      this.entry.size += source.length;
      this.entry.endLine = line;
    }
  }

  private finish(entry: Entry): void {
    const { line, endLine, titleLine } = entry;
    if (entry.size > LONGEST_RECORD) {
      const expected = `a record of at most ${LONGEST_RECORD.toLocaleString('en')} characters`;
      const got = `one of ${entry.size.toLocaleString('en')}`;
      this.list.report({ line, expected, got, advice: 'Shorten the record, or remove it.' });
      return;
    }
    const drafted = toRecord(draft(entry), { line, endLine, pointer: null });
    if (drafted.problem === null) this.list.add(drafted);
    else this.list.report({ ...drafted.problem, line: titleLine ?? line });
  }

  private reportOpen({ line }: Entry, got: string): void {
    const advice = 'End the record with “ER  - ”, or remove it.';
    this.list.report({ line, expected: 'a record that “ER  -” ends', got, advice });
  }

  private reportStray(source: string, line: number): void {
    const advice = 'Begin the record with “TY  - ”, or remove the line.';
    this.list.report({ line, expected: 'the start of a record', got: quote(source), advice });
  }
}

function draft({ fields }: Entry): PaperDraft {
  const all = (...tags: string[]) =>
    tags.flatMap((tag) => (fields.get(tag) ?? []).map((lines) => lines.join('\n').trim()));
  const first = (...tags: string[]) => all(...tags).find((value) => value !== '') ?? null;
  const { abstract, address } = withoutMailEnd(first('AB', 'N2'));
  const notes = all('N1', 'AN', 'M1', 'M3', 'ID', 'C1', 'C7', 'PB');
  return {
    title: first('TI', 'T1', 'CT'),
    abstract,
    note: firstOf(all('N1', 'RN'), readLabelledNote),
    authors: nameList(all('AU', 'A1').flatMap(separateNames)),
    published: all('DA', 'Y1', 'PY'),
    doi: first('DO'),
    addresses: [...all('UR', 'L2', 'LK', 'L1'), address],
    mentions: [...notes, ...all('JO', 'T2')],
    venue: first('T2', 'JO', 'JF', 'BT', 'JA'),
    keywords: all('KW').flatMap((words) => words.split(/[;\n]/)),
  };
}

/** RIS has one author a line; some converters leave BibTeX's “A, B and C, D” in it. */
function separateNames(value: string): string[] {
  const names = splitByAnd(value);
  return names.every((name) => name.includes(',')) ? names : [value];
}
