import { monthNumber } from '../iso-date.ts';
import { nameList, splitByAnd } from './author-names.ts';
import { readLabelledNote, readNote } from './author-note.ts';
import { withoutMailEnd } from './mail-end.ts';
import type { PaperDraft } from './paper-draft.ts';

type Fields = ReadonlyMap<string, string>;

/** What the fields of an entry say of its paper. */
export function draftOfEntry(fields: Fields): PaperDraft {
  const first = (...names: string[]) =>
    names.map((name) => fields.get(name)?.trim()).find(Boolean) ?? null;
  const { abstract, address } = withoutMailEnd(first('abstract'));
  const eprint = first('eprint', 'arxivid', 'arxiv');
  const archive = first('archiveprefix', 'eprinttype') ?? (fields.has('eprint') ? null : 'arxiv');
  const isArxiv = archive?.toLowerCase() === 'arxiv';
  const annotation = first('annote', 'annotation');
  const subtitle = first('subtitle');
  const title = unprotected(first('title') ?? '');
  return {
    title: subtitle === null ? title : `${title}: ${unprotected(subtitle)}`,
    abstract: abstract === null ? null : unprotected(abstract),
    summary: readLabelledNote(annotation) === null ? annotation : null,
    note: readLabelledNote(annotation) ?? readNote(unprotected(first('comment', 'note') ?? '')),
    authors: authorsOf(first('author')) ?? nameList([collaborationIn(first('collaboration'))]),
    published: [
      first('date'),
      dateOf(first('year'), first('month'), first('day')),
      // Where the month is no month.
      first('year'),
    ],
    arxivIds: isArxiv ? [eprint] : [],
    doi: first('doi'),
    addresses: [first('url'), first('ee'), first('adsurl'), first('howpublished'), address].map(
      addressIn,
    ),
    mentions: [
      isArxiv ? null : eprint,
      first('journal', 'journaltitle'),
      first('note'),
      first('number'),
    ],
    venue: first('journaltitle', 'journal', 'booktitle', 'eventtitle'),
    categories: isArxiv ? wordsIn(first('primaryclass', 'eprintclass'), /[\s,;]+/) : null,
    keywords: wordsIn(first('keywords', 'keyword'), /[;,]/),
    code: addressIn(first('code')),
    project: addressIn(first('project')),
  };
}

/** Two commas or one put the family first; “others” are left out; in braces a name is one word. */
function authorsOf(author: string | null): readonly string[] | null {
  return author === null ? null : nameList(splitByAnd(author).map(namedParts));
}

/** Whole in braces, `{ATLAS Collaboration}`, with the word that INSPIRE leaves out; empty for none. */
function collaborationIn(collaboration: string | null): string {
  if (collaboration === null) return '';
  return /collaboration/i.test(collaboration)
    ? `{${collaboration}}`
    : `{${collaboration} Collaboration}`;
}

/** BibLaTeX also writes names as `given=Ada, family=Lovelace`. */
function namedParts(name: string): string {
  if (!/(?:^|,)\s{0,9}family\s{0,9}=/.test(name)) return name;
  const parts = new Map(
    name.split(',').map((part) => {
      const [key, ...value] = part.split('=');
      return [key!.trim(), value.join('=').trim()] as const;
    }),
  );
  const whole = ['given', 'prefix', 'family', 'suffix'].map((key) => parts.get(key));
  return `{${whole.filter(Boolean).join(' ')}}`;
}

/** `\url{…}` and addresses less the backslashes that TeX needs in them. */
function addressIn(text: string | null): string | null {
  const found = text === null ? null : /https?:\/\/[^\s{}]+/i.exec(text.slice(0, 2000))?.[0];
  return found?.replace(/\\([_%#&~])/g, '$1') ?? null;
}

function dateOf(year: string | null, month: string | null, day: string | null): string | null {
  // Some write the day into the month: `mar # "~5"`, "5 March"; or two months, of which the first counts.
  const words = `${month ?? ''} ${day ?? ''}`.replace(/[~{}.,/–-]|\\ /g, ' ').split(/\s+/);
  const numbers = words.filter((word) => /^\d{1,2}$/.test(word)).map(Number);
  const named = words.map((word) => (/^[A-Za-z]+$/.test(word) ? monthNumber(word) : null));
  const monthWord = named.find((number) => number !== null);
  const [monthIs, dayIs] = monthWord === undefined ? numbers : [monthWord, numbers[0]];
  if (!/^\d{4}$/.test(year ?? '') || monthIs === undefined) return null;
  return [year, monthIs, dayIs].filter((part) => part !== undefined).join('-');
}

/**
 * A text less the braces that only keep BibTeX from changing capitals (`{BERT}`): those that follow no
 * command, no script and no formula's dollar. TeX itself stays.
 */
function unprotected(text: string): string {
  if (!text.includes('{')) return text;
  const kept: boolean[] = [];
  let plain = '';
  let inFormula = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (character === '\\') {
      plain += character + (text[at + 1] ?? '');
      at += 1;
      continue;
    }
    if (character === '$') inFormula = !inFormula;
    if (character === '{') kept.push(inFormula || kept.includes(true) || isArgument(text, at));
    const keeps = character === '{' ? kept.at(-1) : character === '}' ? kept.pop() : true;
    if (keeps !== false) plain += character;
  }
  return plain;
}

/** Whether a brace opens what a command or a script is about, or begins with a command of its own. */
function isArgument(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 30), at);
  if (/(?:\\[A-Za-z]{1,25}\*?|\\[^A-Za-z\s]|[_^}\]])\s?$/.test(before)) return true;
  return /^\{\\[A-Za-z'"`^~=.]/.test(text.slice(at, at + 3));
}

function wordsIn(text: string | null, separator: RegExp): string[] | null {
  return text === null ? null : text.split(separator);
}
