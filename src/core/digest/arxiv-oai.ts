import { type Problem, quote } from '../input-error.ts';
import { parseArxivId, parseDoi } from '../paper/paper-ids.ts';
import { webAddress } from '../web-address.ts';
import {
  type Digest,
  type DigestNotes,
  type DigestRecord,
  type DigestShape,
  unknownFields,
} from './digest.ts';
import { withWarnings } from './digest-warnings.ts';
import { LONGEST_RECORD, oneLine } from './field-text.ts';
import { commaNames, nameList } from './author-names.ts';
import { readLabelledNote, readNote } from './author-note.ts';
import { firstOf } from './paper-draft.ts';
import { ProblemList } from './problem-list.ts';
import { childrenOf, childText, textOf } from './xml-children.ts';
import { readXml, type XmlNode } from './read-xml.ts';
import { titleFault } from './title-fault.ts';
import { withoutTex } from './without-tex.ts';
import { writtenDate } from './written-date.ts';

const NAME = 'oai-pmh';
const SAMPLE = 20_000;

/** Answers of OAI-PMH, as arXiv and other archives give them: `oai_dc`, `arXiv` and `arXivRaw`. */
export const oaiPmh: DigestShape = {
  name: NAME,
  source: null,
  looksLike: 'XML of an archive’s OAI-PMH, such as oaipmh.arxiv.org',
  detect(text) {
    const sample = text.slice(0, SAMPLE);
    return /^\s*</.test(sample) && /<(?:OAI-PMH|ListRecords|GetRecord)[\s>]/.test(sample)
      ? 0.95
      : 0;
  },
  parse: parseOai,
};

type Fields = Omit<DigestRecord, 'title' | 'line' | 'endLine'> & { readonly title: string | null };

const READERS: ReadonlyMap<string, (metadata: XmlNode) => Fields> = new Map([
  ['dc', readDublinCore],
  ['arXiv', readArxiv],
  ['arXivRaw', readArxiv],
]);

/** Records of deleted papers have a header alone and are passed over. */
function parseOai(text: string, notes: DigestNotes): Digest {
  const root = readXml(text);
  const problems = new ProblemList();
  const records: DigestRecord[] = [];
  const lists = [root, ...root.children].filter(({ name }) => /^(?:List|Get)Records?$/.test(name));
  for (const error of childrenOf(root, 'error')) addError(error, problems);
  for (const record of lists.flatMap((list) => childrenOf(list, 'record'))) {
    if (childrenOf(record, 'header')[0]?.attributes.status === 'deleted') continue;
    const lines = record.lines();
    const fields = readRecord(record);
    if (typeof fields !== 'string') records.push({ ...fields, ...lines });
    else {
      problems.add({
        line: lines.line,
        expected: 'a record of oai_dc, arXiv or arXivRaw with a title',
        got: fields,
        advice: 'Harvest again with metadataPrefix=arXiv (or oai_dc), or remove the record.',
      });
    }
  }
  const digest = { ...notes, shape: NAME, records };
  return problems.finish(withWarnings(digest, lists.flatMap(incomplete)));
}

/** A token is given where the list goes on; the last part has an empty one. */
function incomplete(list: XmlNode): Problem[] {
  const token = childrenOf(list, 'resumptionToken')[0];
  if (token === undefined || token.text.trim() === '') return [];
  const { completeListSize: size } = token.attributes;
  return [
    {
      line: token.lines().line,
      expected: `the whole list${size === undefined ? '' : ` of ${Number(size).toLocaleString('en')} records`}`,
      got: `a part, to be resumed with the token ${quote(token.text)}`,
      advice: 'Harvest on with the token and add the answers too; leave it where they are there.',
    },
  ];
}

/** What a record says, or what is there in place of that. */
function readRecord(record: XmlNode): (Fields & { readonly title: string }) | string {
  if (record.length > LONGEST_RECORD) return `${record.length.toLocaleString('en')} characters`;
  const metadata = childrenOf(record, 'metadata')[0]?.children[0];
  if (metadata === undefined) return 'no metadata';
  const fields = READERS.get(metadata.name)?.(metadata);
  if (fields === undefined) return `the element ${quote(metadata.name)}`;
  const title = fields.title ?? '';
  return titleFault(title) ?? { ...fields, title };
}

/** That nothing matched is no fault: there were no papers. */
function addError(error: XmlNode, problems: ProblemList): void {
  const code = error.attributes.code ?? '';
  if (code === 'noRecordsMatch') return;
  problems.add({
    line: error.lines().line,
    expected: 'records',
    got: `the error ${quote(`${code}: ${error.text}`)}`,
    advice: 'Correct the request and harvest again, or remove the file.',
  });
}

function readArxiv(metadata: XmlNode): Fields {
  const versions = childrenOf(metadata, 'version');
  const first = versions[0] ? childText(versions[0], 'date') : null;
  const latest = /^v(\d{1,3})$/.exec(versions.at(-1)?.attributes.version ?? '')?.[1];
  const id = parseArxivId(childText(metadata, 'id') ?? '');
  return {
    ...unknownFields,
    title: textOf(metadata, 'title'),
    abstract: textOf(metadata, 'abstract'),
    note: readNote(textOf(metadata, 'comments')),
    authors: readAuthors(metadata),
    published: writtenDate(childText(metadata, 'created') ?? first ?? ''),
    ...id,
    ...(latest === undefined ? {} : { arxivVersion: Number(latest) }),
    doi: parseDoi(textOf(metadata, 'doi') ?? ''),
    venue: withoutTex(textOf(metadata, 'journal-ref') ?? '') || null,
    categories: textOf(metadata, 'categories')?.split(' ') ?? null,
  };
}

/** Authors as elements, or in `arXivRaw` as one text. */
function readAuthors(metadata: XmlNode): readonly string[] | null {
  const authors = childrenOf(metadata, 'authors')[0];
  if (authors === undefined) return null;
  const names = childrenOf(authors, 'author').map((author) => {
    const parts = ['forenames', 'keyname', 'suffix'].map((part) => textOf(author, part));
    // In braces a comma is part of the name.
    return `{${parts.filter(Boolean).join(' ')}}`;
  });
  return nameList(names) ?? commaNames(authors.text);
}

function readDublinCore(metadata: XmlNode): Fields {
  const all = (name: string) =>
    childrenOf(metadata, name)
      .map(({ text }) => oneLine(text))
      .filter((text) => text !== null);
  const identifiers = [...all('identifier'), ...all('relation')];
  const first = <T>(read: (text: string) => T | null) =>
    identifiers.map(read).find((found) => found !== null) ?? null;
  const id = first(parseArxivId);
  const subjects = all('subject');
  const venue = id
    ? all('identifier').find((text) => !/^(?:https?|doi|oai|arXiv):/i.test(text))
    : null;
  return {
    ...unknownFields,
    title: all('title')[0] ?? null,
    abstract: all('description').find((text) => !/^Comments?:/.test(text)) ?? null,
    note: firstOf(all('description'), readLabelledNote),
    authors: nameList(all('creator')),
    // arXiv gives the day of each version, the first one first.
    published: writtenDate(all('date')[0] ?? ''),
    ...id,
    doi: first(parseDoi),
    venue: venue ?? all('source')[0] ?? null,
    categories: subjects.length > 0 ? subjects : null,
    url: id ? null : first(webAddress),
  };
}
