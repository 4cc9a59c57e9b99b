import { quote } from '../input-error.ts';
import type { Digest, DigestNotes, DigestShape } from './digest.ts';
import { DigestError } from './digest-error.ts';
import { draftOfEntry } from './bibtex-draft.ts';
import { bibtexEntries } from './bibtex-entries.ts';
import { BibtexStrings, type ResolvedEntry, withInherited } from './bibtex-strings.ts';
import { toRecord } from './paper-draft.ts';
import { RecordList } from './record-list.ts';

const SAMPLE = 20_000;
/** With TeX in every field each takes fifty microseconds; an export of 50 MB with abstracts has 40,000. */
const MOST_ENTRIES = 100_000;
/** Signs of its grammar: the parser takes a microsecond for each; the same export has 700,000. */
const MOST_SIGNS = 4_000_000;
const [BRACE, QUOTE, EQUALS, HASH] = [0x7b, 0x22, 0x3d, 0x23];
const ENTRY = /^\s{0,20}@\s?[A-Za-z]{1,40}\s{0,4}[{(]\s{0,20}[^\s,{}()=]{0,200}\s{0,20}(?:,|$|=)/;
const OTHER_TEXT = /^\s{0,20}(?:#|<|\||```|[-*>] |\[|\{|\d+[.)] )/;
/** Entries that hold data for others and are no papers. */
const VOLUMES = new Set(['proceedings', 'mvproceedings']);
const NO_PAPERS = new Set([...VOLUMES, 'xdata', 'set', 'control']);

/** BibTeX and BibLaTeX, which reference managers, arXiv, DBLP and ADS export. */
export const bibtex: DigestShape = {
  name: 'bibtex',
  source: null,
  looksLike: 'entries “@article{key, title = {…}, author = {… and …}, abstract = {…}}”',
  detect(text) {
    for (const line of text.slice(0, SAMPLE).split(/\r\n|\n|\r/)) {
      if (ENTRY.test(line)) return 0.9;
      // Markdown, markup or JSON above the first entry: BibTeX quoted in something else.
      if (OTHER_TEXT.test(line)) return 0;
    }
    return 0;
  },
  parse: parseBibtex,
};

const ADVICE = 'Close the braces and quotes of the entry, and put commas between its fields.';

function parseBibtex(text: string, notes: DigestNotes): Digest {
  if (hasTooManySigns(text)) {
    const expected = `BibTeX with at most ${MOST_SIGNS.toLocaleString('en')} braces, quotes, “=” and “#”`;
    const advice = 'Split the file into several of fewer entries.';
    throw new DigestError([{ line: 1, expected, got: 'more of them', advice }]);
  }
  const list = new RecordList(MOST_ENTRIES);
  const strings = new BibtexStrings();
  const entries: ResolvedEntry[] = [];
  for (const entry of bibtexEntries(text)) {
    if (!list.hasRoomFor(entry.line)) break;
    if ('expected' in entry) list.report({ ...entry, advice: ADVICE });
    else if (entry.type === 'string') strings.define(entry);
    else entries.push(strings.resolve(entry));
  }
  const byKey = new Map(entries.map((entry) => [entry.key?.toLowerCase() ?? '', entry]));
  const volumes = new Set(
    entries.map(({ fields }) => fields.get('crossref')?.trim().toLowerCase()),
  );
  for (const entry of entries) {
    if (NO_PAPERS.has(entry.type)) {
      if (VOLUMES.has(entry.type) && !volumes.has(entry.key?.toLowerCase()))
        list.warn(volume(entry));
      continue;
    }
    const { line, endLine } = entry;
    const fields = withInherited(entry, byKey);
    if (fields.problem !== null) list.report({ line, ...fields.problem });
    else list.add(toRecord(draftOfEntry(fields.values), { line, endLine, pointer: null }));
  }
  return list.toDigest('bibtex', notes);
}

function hasTooManySigns(text: string): boolean {
  let signs = 0;
  for (let at = 0; at < text.length && signs <= MOST_SIGNS; at++) {
    const code = text.charCodeAt(at);
    if (code === BRACE || code === QUOTE || code === EQUALS || code === HASH) signs += 1;
  }
  return signs > MOST_SIGNS;
}

function volume({ type, fields, line }: ResolvedEntry) {
  const got = `@${type} ${quote(fields.get('title') ?? '')}`;
  const advice = 'Where it is a paper, give it the type of one; else leave it.';
  return { line, expected: 'papers', got, advice };
}
