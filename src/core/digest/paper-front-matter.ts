import type { Problem } from '../input-error.ts';
import { parseArxivId, parseDoi } from '../paper/paper-ids.ts';
import { cutFrontMatter } from '../front-matter.ts';
import type { DigestShape } from './digest.ts';
import { firstLast } from './author-names.ts';
import { EntryCollector, EntryDraft } from './entry-draft.ts';
import { type FieldKind, fieldKind } from './entry-fields.ts';
import { findMarkdownEvidence } from './markdown-evidence.ts';
import { readEntryBody } from './markdown-entry-body.ts';
import { readFreeYaml } from './page-front-matter.ts';
import { isPaperUrl } from './paper-links.ts';

/** Front matter ends within so many characters. */
const SAMPLE = 40_000;

type Fields = Readonly<Record<string, unknown>>;

/** One paper a file: its fields in YAML front matter, its abstract there or below. */
export const paperFrontMatter: DigestShape = {
  name: 'paper-front-matter',
  source: null,
  looksLike:
    'YAML front matter with a paper’s fields (title, authors, abstract, arxiv …), then text',
  detect(text) {
    if (!text.startsWith('---')) return 0;
    const { yaml, body } = cutFrontMatter(text.slice(0, SAMPLE));
    const fields = yaml === null ? null : (readFreeYaml(yaml)?.value ?? null);
    if (fields === null || typeof fields.title !== 'string') return 0;
    if ('curator' in fields) return 0;
    const entries = Object.entries(fields);
    if (entries.some(([key, value]) => isTelling(key, value))) return 0.95;
    const { paperTables, listEntries, headingEntries } = findMarkdownEvidence(body);
    const hasAuthors = entries.some(([key]) => keyKind(key) === 'authors');
    return hasAuthors && paperTables + listEntries + headingEntries === 0 ? 0.6 : 0;
  },
  parse(text, notes) {
    const { yaml, body: whole } = cutFrontMatter(text);
    const second = secondPaper(whole);
    const body = second === null ? whole : whole.slice(0, second.index);
    const read = readFreeYaml(yaml ?? '');
    const fields: Fields = read?.value ?? {};
    const title = typeof fields.title === 'string' ? fields.title : '';
    const draft = new EntryDraft(title, read?.lineOf('title') ?? 1, null);
    for (const [key, value] of Object.entries(fields)) addValue(draft, key, value);
    const collector = new EntryCollector();
    draft.endLine = lastLine(second === null ? text : body);
    if (second !== null) collector.problems.add(severalPapers(second));
    // The body is parsed for the fields that the front matter leaves out.
    readEntryBody(draft, body, collector.problems);
    collector.add(draft);
    return collector.finish('paper-front-matter', notes, null, 'the title of a paper');
  },
};

/** Where the front matter of another paper begins. */
function secondPaper(body: string): { readonly index: number; readonly line: number } | null {
  const block = /^---[ \t]*\r?\n(?=(?:[\w-]{1,40}:.*\r?\n|[ \t-].*\r?\n){0,40}?title:)/m.exec(body);
  if (block === null) return null;
  return { index: block.index, line: body.slice(0, block.index).split('\n').length };
}

function severalPapers({ line }: { readonly line: number }): Problem {
  const advice = 'Save each paper, with its front matter, as a file of its own.';
  return { line, expected: 'one paper a file', got: 'the front matter of another', advice };
}

function lastLine(text: string): number {
  return text.trimEnd().split(/\r\n|\n|\r/).length;
}

function keyKind(key: string): FieldKind | null {
  const words = key.replace(/[_-]+/g, ' ').replace(/([a-z])([A-Z])/g, '$1 $2');
  return /^(?:excerpt|description)$/i.test(words) ? 'summary' : fieldKind(words);
}

/** Whether a field is of a paper and of nothing else. */
function isTelling(key: string, value: unknown): boolean {
  const kind = keyKind(key);
  if (kind === 'abstract') return typeof value === 'string' && value.length > 40;
  if (typeof value !== 'string' && typeof value !== 'number') return false;
  const text = String(value);
  if (/^https?:/.test(text)) return isPaperUrl(text);
  return kind === 'id' && (parseArxivId(text) !== null || parseDoi(text) !== null);
}

function addValue(draft: EntryDraft, key: string, value: unknown): void {
  const kind = keyKind(key);
  if (key === 'title') return;
  if (kind === 'authors') draft.add(kind, namesOf(value).join(Array.isArray(value) ? '; ' : ''));
  else if (Array.isArray(value)) {
    for (const item of value.slice(0, 200)) addScalar(draft, kind, key, item);
  } else addScalar(draft, kind, key, value);
}

function addScalar(draft: EntryDraft, kind: FieldKind | null, key: string, value: unknown): void {
  if (isNamed(value) && 'url' in value) return addScalar(draft, kind, value.name, value.url);
  if (typeof value !== 'string' && typeof value !== 'number') return;
  const text = String(value);
  if (/^https?:\/\//i.test(text)) draft.addLinks([{ url: text, text: key }], kind);
  else if (kind === 'categories' || kind === 'keywords') draft.add(kind, `${text},`);
  else if (kind !== null && kind !== 'title') draft.add(kind, text);
}

/** Names in any of the ways that pages list them. */
function namesOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (!Array.isArray(value)) return isNamed(value) ? [value.name] : [];
  return value.slice(0, 5000).flatMap((item) => {
    if (typeof item === 'string') return [firstLast(item)];
    return isNamed(item) ? [item.name] : [];
  });
}

function isNamed(value: unknown): value is { name: string } {
  return (
    typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string'
  );
}
