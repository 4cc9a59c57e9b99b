import { type Problem, quote } from '../input-error.ts';
import { type ArxivId, parseArxivId, parseDoi } from '../paper/paper-ids.ts';
import {
  type Digest,
  type DigestNotes,
  type DigestRecord,
  type DigestShape,
  unknownFields,
} from './digest.ts';
import { withWarnings } from './digest-warnings.ts';
import { oneLine } from './field-text.ts';
import { commaNames } from './author-names.ts';
import { readNote } from './author-note.ts';
import { type MailingEntry, readMailing } from './arxiv-mailing-lines.ts';
import { ProblemList } from './problem-list.ts';
import { titleFault } from './title-fault.ts';
import { withoutTex } from './without-tex.ts';
import { writtenDate } from './written-date.ts';

const NAME = 'arxiv-mailing';
const SAMPLE = 20_000;
const ENTRY = /(?:^|[\r\n])\\\\[ \t]*[\r\n]{1,2}(?:arXiv:|Paper)/;
const INTRODUCTION =
  /(?:^|[\r\n])[ \t]{0,3}(?:Send any comments regarding submissions directly|received from {1,3}\w{3} )/;

/** arXiv’s daily listing as it comes by e-mail; several may stand one after another. */
export const arxivMailing: DigestShape = {
  name: NAME,
  source: 'arXiv',
  looksLike:
    'the daily mailing of arXiv: “\\\\”, “arXiv:2303.00763”, “Title: …”, “\\\\”, the abstract',
  detect(text) {
    const sample = text.slice(0, SAMPLE);
    return ENTRY.test(sample) || INTRODUCTION.test(sample) ? 0.95 : 0;
  },
  parse: parseMailing,
};

/** A mailing without papers is a digest of none; replacements have no abstract. */
function parseMailing(text: string, notes: DigestNotes): Digest {
  const problems = new ProblemList();
  const records: DigestRecord[] = [];
  const warnings: Problem[] = [];
  const { days, subjects, windowDays } = readMailing(text, (entry) => {
    const id = parseArxivId(entry.id);
    const title = oneLine(entry.fields.get('title')) ?? '';
    const got = faultOf(entry, id, title);
    warnings.push(...entry.strange.map(strangeField));
    if (got === null) records.push({ ...readEntry(entry), ...id, title });
    else {
      problems.add({
        line: entry.line,
        expected: 'an entry with an id, a title and “\\\\ ( https://arxiv.org/abs/… )” at its end',
        got,
        advice: 'Restore the entry from the mail, or remove it from its “\\\\” on.',
      });
    }
  });
  const digest = {
    shape: NAME,
    title: notes.title ?? only(subjects),
    date: notes.date ?? (days.size === 0 ? only(windowDays) : only(days)),
    curator: notes.curator,
    records,
  };
  return problems.finish(withWarnings(digest, warnings));
}

function strangeField({ text, line }: MailingEntry['strange'][number]): Problem {
  const expected =
    'a field of a mailing (Title, Authors, Categories, Comments, Journal-ref, DOI …)';
  const advice = 'Correct the name of the field; where it is none, set the line in by two spaces.';
  return { line, expected, got: quote(text), advice };
}

const only = (values: ReadonlySet<string>) => (values.size === 1 ? [...values][0]! : null);

const FIELD = /^(?:Authors?|Categories|Date|Send any comments):/i;

function faultOf(entry: MailingEntry, id: ArxivId | null, title: string): string | null {
  if (id === null) return `the id ${quote(entry.id)}`;
  if (entry.isTooLong) return 'more than two million characters';
  const fault = titleFault(title);
  if (fault !== null) return fault;
  // A field that lost its line end runs on into the title above it.
  if (FIELD.test(title)) return `the title ${quote(title)}`;
  return entry.isEnded ? null : `no end of ${quote(title)}`;
}

function readEntry({ fields, abstract, listed, line, endLine }: MailingEntry) {
  return {
    ...unknownFields,
    abstract: oneLine(abstract),
    note: readNote(fields.get('comments')),
    authors: commaNames(fields.get('authors') ?? ''),
    // A replacement gives the day of its revision instead.
    published: writtenDate(fields.get('date') ?? ''),
    listed,
    // Some give several, one after another.
    doi: parseDoi(fields.get('doi') ?? ''),
    venue: withoutTex(fields.get('journal-ref') ?? '') || null,
    categories: oneLine(fields.get('categories'))?.split(' ') ?? null,
    line,
    endLine,
  };
}
