import { foldFieldName, FIELD_NAMES, type FieldName } from './field-names.ts';
import { nameList, plainName, splitAuthors } from './author-names.ts';
import { readLabelledNote, readNote } from './author-note.ts';
import { quote } from '../input-error.ts';
import { isObject, type LooseObject } from '../json-object.ts';
import type { Organization } from './digest.ts';
import { firstOf, type PaperDraft } from './paper-draft.ts';
import { stripMarkup } from './strip-markup.ts';

const MOST_CHARACTERS = 200_000;
const MOST_ITEMS = 20_000;

/** What is too long in an object to be a field of a paper; null for nothing. */
export function oversize(object: LooseObject): { expected: string; got: string } | null {
  for (const [name, value] of Object.entries(object)) {
    const isText = typeof value === 'string';
    const length = isText || Array.isArray(value) ? value.length : 0;
    const most = isText ? MOST_CHARACTERS : MOST_ITEMS;
    if (length <= most) continue;
    const unit = isText ? 'characters' : 'items';
    const expected = `fields of at most ${most.toLocaleString('en')} ${unit}`;
    return { expected, got: `${length.toLocaleString('en')} in ${quote(name)}` };
  }
  return null;
}

/** The text that a value is, less the spaces around it; null for none. */
export function textIn(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** Reads what a program or a spreadsheet wrote of a paper, under any of the usual names. */
export function draftOf(object: LooseObject): PaperDraft {
  const fields = new LooseFields(object);
  const title = fields.text('title');
  if (title === null) return { title };
  const summary = fields.text('summary');
  const ownWords = readLabelledNote(summary) === null ? summary : null;
  // arXiv calls the abstract a summary; beside an abstract it is another text.
  const abstract = fields.text('abstract') ?? fields.named('summary');
  const versions = fields.value('versions');
  return {
    title,
    abstract,
    summary: fields.text('abstract') === null ? ownWords : (ownWords ?? fields.named('summary')),
    note:
      firstOf(fields.texts('note'), readNote) ??
      firstOf([summary, fields.named('note')], readLabelledNote),
    authors: parsedNames(fields.value('authorsparsed')) ?? authorsIn(fields.first('authors')),
    organization: organizationIn(fields.value('organization') ?? fields.value('organisation')),
    published: [versionDate(versions), ...fields.texts('published')],
    listed: fields.text('listed'),
    arxivIds: fields.texts('arxivIds'),
    arxivVersion: Array.isArray(versions) ? versions.length : null,
    doi: fields.text('doi'),
    addresses: fields.texts('addresses'),
    mentions: [...fields.texts('mentions'), ...fields.texts('venue')],
    venue: fields.text('venue'),
    categories: termsIn(fields.first('categories')),
    keywords: fields.all('keywords').flatMap((value) => termsIn(value) ?? []),
    upvotes: fields.number('upvotes'),
    comments: fields.number('comments'),
    code: fields.text('code'),
    project: fields.text('project'),
    heading: fields.text('heading'),
  };
}

class LooseFields {
  private readonly values = new Map<string, unknown>();

  constructor(object: LooseObject) {
    for (const [name, value] of Object.entries(object)) {
      const folded = foldFieldName(name);
      if (value !== null && value !== undefined && value !== '' && !this.values.has(folded))
        this.values.set(folded, value);
    }
  }

  value(name: string): unknown {
    return this.values.get(name);
  }

  /** The text under exactly this name. */
  named(name: string): string | null {
    return textIn(this.values.get(name));
  }

  all(field: FieldName): unknown[] {
    return FIELD_NAMES[field].map((name) => this.values.get(name));
  }

  /** The value under the best name that has one. */
  first(field: FieldName): unknown {
    const name = FIELD_NAMES[field].find((candidate) => this.values.has(candidate));
    return name === undefined ? undefined : this.values.get(name);
  }

  texts(field: FieldName): string[] {
    return this.all(field).flatMap((value) => textsIn(value));
  }

  text(field: FieldName): string | null {
    return this.texts(field)[0] ?? null;
  }

  number(field: FieldName): number | null {
    for (const name of FIELD_NAMES[field]) {
      const value = this.values.get(name);
      if (typeof value === 'number') return value;
      if (typeof value === 'string' && /^\d{1,9}$/.test(value.trim())) return Number(value);
    }
    return null;
  }
}

/** Texts in a value: itself, those of a list, the name, text or address of a map. */
function textsIn(value: unknown): string[] {
  const items = Array.isArray(value) ? value.slice(0, 1000) : [value];
  return items.map(nameIn).filter((text) => text !== null);
}

function nameIn(value: unknown): string | null {
  if (!isObject(value)) return textIn(value);
  for (const key of ['name', 'display_name', 'text', 'term', 'keyword', 'href', 'url', 'title']) {
    const text = textIn(value[key]);
    if (text !== null) return text;
  }
  return null;
}

/** Names in a list of texts or maps, or in one text. */
export function authorsIn(value: unknown): readonly string[] | null {
  if (typeof value === 'string') return splitAuthors(value);
  if (!Array.isArray(value)) return null;
  return nameList(value.map(personName).filter((name) => name !== null));
}

function personName(value: unknown): string | null {
  if (Array.isArray(value))
    return textIn(value.filter((part) => typeof part === 'string').join(' '));
  if (!isObject(value)) return textIn(value);
  const family = textIn(value.family ?? value.lastName ?? value.last_name ?? value.last);
  const given = textIn(value.given ?? value.firstName ?? value.first_name ?? value.first);
  const particle = textIn(value['non-dropping-particle'] ?? value['dropping-particle']);
  const literal = textIn(value.literal);
  if (family === null) return literal === null ? nameIn(value) : `{${literal}}`;
  // In braces a comma is part of the name.
  return `{${[given, particle, family, textIn(value.suffix)].filter(Boolean).join(' ')}}`;
}

/** `{slug, name}`, `{name, fullname}` as Hugging Face has it, or a name alone. */
function organizationIn(value: unknown): Organization | null {
  const { slug, name, fullname } = isObject(value) ? value : { slug: null, name: value };
  const shown = textIn(fullname) ?? textIn(name);
  if (shown === null) return null;
  const text = stripMarkup(shown);
  return { slug: textIn(slug) ?? textIn(name) ?? text, name: text };
}

/** `[["Balázs", "C.", ""], …]`: family, given names and suffix, as arXiv's own metadata have it. */
function parsedNames(value: unknown): readonly string[] | null {
  if (!Array.isArray(value)) return null;
  const names = value.map((parts: unknown) => {
    if (!Array.isArray(parts)) return '';
    const [family, given, suffix] = parts.map((part) => textIn(part));
    return plainName([given, family, suffix].filter(Boolean).join(' '));
  });
  return nameList(names.filter(Boolean).map((name) => `{${name}}`));
}

/** `[{version: "v1", created: "Mon, 2 Apr 2007 19:18:42 GMT"}, …]`: the day of the first. */
function versionDate(value: unknown): string | null {
  const first: unknown = Array.isArray(value) ? value[0] : null;
  return isObject(first) ? textIn(first.created) : null;
}

const ARXIV_CATEGORY = /^[a-z]+(?:-[a-z]+){0,2}(?:\.[A-Za-z]{2}(?:-[a-z]{2,3})?)?$/;

/** Terms in a list, or in one text by semicolons, commas or, for arXiv's categories, by spaces. */
export function termsIn(value: unknown): readonly string[] | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string') return textsIn(value);
  const separator = value.includes(';') ? ';' : ',';
  const parts = value.split(separator);
  const words = value.trim().split(/\s+/);
  const isArxiv =
    words.some((word) => word.includes('.')) && words.every((word) => ARXIV_CATEGORY.test(word));
  return isArxiv && parts.length === 1 ? words : parts;
}
