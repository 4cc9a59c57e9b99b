import type { Root } from 'mdast';
import { cutFrontMatter } from '../front-matter.ts';
import type { Problem } from '../input-error.ts';
import { parseArxivId, parseDoi } from '../paper/paper-ids.ts';
import type { DigestShape } from './digest.ts';
import { EntryCollector, EntryDraft } from './entry-draft.ts';
import { splitField } from './entry-fields.ts';
import { foldFieldName } from './field-names.ts';
import { FrontMatterFields } from './front-matter-fields.ts';
import { keyKind } from './front-matter-keys.ts';
import { findMarkdownEvidence } from './markdown-evidence.ts';
import { withoutSigns } from './markdown-entry-body.ts';
import { joinLines, linesOf } from './markdown-lines.ts';
import { readMarkdown } from './markdown-tree.ts';
import { fillFromCitations } from './own-citation.ts';
import { OwnFileBody } from './own-file-body.ts';
import { type FreeYaml, readFreeYaml } from './page-front-matter.ts';
import { isPaperUrl } from './paper-links.ts';
import { stripMarkup } from './strip-markup.ts';

/** Front matter ends within so many characters. */
const SAMPLE = 40_000;
const SHAPE = 'paper-front-matter';
/** Better than `title`, which may be that of a note on the paper. */
const TITLES = ['papertitle', 'title'];
/** Headings of the chapters of a paper, and of what keeps papers: none is a title. */
const CHAPTER =
  /^(?:abstract|introduction|background|related work|conclusions?|references|contents|summary|notes?|papers?)\b[^\p{L}]*$/iu;
const ITEM_TYPE = /^(?:journalArticle|conferencePaper|preprint|inproceedings|publication|paper)$/;

/** One paper a file: its fields in YAML front matter, its abstract there or below. */
export const paperFrontMatter: DigestShape = {
  name: SHAPE,
  source: null,
  looksLike:
    'YAML front matter with a paper’s fields (title, authors, abstract, arxiv …), then text',
  detect(text) {
    if (!text.startsWith('---')) return 0;
    const { yaml, body } = cutFrontMatter(text.slice(0, SAMPLE));
    const read = yaml === null ? null : readFreeYaml(yaml);
    if (read === null || 'curator' in read.value) return 0;
    return certaintyOf(read, body);
  },
  parse(text, notes) {
    const { yaml, body: whole } = cutFrontMatter(text);
    const second = secondPaper(whole);
    const body = second === null ? whole : whole.slice(0, second.index);
    const read = readFreeYaml(yaml ?? '') ?? { value: {}, lineOf: () => 1, sourceOf: () => '' };
    const tree = readMarkdown(body);
    const { title, line } = titleOf(read) ?? ownHeading(tree, body) ?? { title: '', line: 1 };
    const draft = new EntryDraft(title, line, null);
    const collector = new EntryCollector();
    draft.endLine = lastLine(second === null ? text : body);
    if (second !== null) collector.problems.add(severalPapers(second));
    const fields = new FrontMatterFields(draft, read);
    fields.read();
    // The text below is read for the fields that the front matter leaves out.
    const rest = new OwnFileBody(new EntryDraft(title, line, null), body, collector.problems);
    rest.read(tree.children);
    rest.tellOwnWords();
    draft.fill(rest.draft);
    fillFromCitations(draft, [...fields.citations, ...rest.codes]);
    const [owner] = fields.owners;
    if (owner !== undefined) collector.warnings.push(unnamedOwner(owner, read));
    collector.add(draft);
    return collector.finish(SHAPE, notes, null, 'the title of a paper');
  },
};

function certaintyOf(read: FreeYaml, body: string): number {
  const entries = Object.entries(read.value);
  const isOfPaper = entries.some(([key, value]) => isTelling(key, value));
  const isTitled = titleKey(read) !== null;
  if (isTitled && isOfPaper) return 0.95;
  const { paperTables, listEntries, headingEntries } = findMarkdownEvidence(body);
  if (paperTables + headingEntries > 0) return 0;
  if (!isTitled) {
    const heading = /^# +(\S.{0,300})/m.exec(body)?.[1];
    return isOfPaper && heading !== undefined && !CHAPTER.test(heading) ? 0.9 : 0;
  }
  // Its links stand on lines of their own, as items of a list do.
  if (namesAuthors(body) && listEntries <= 2) return 0.6;
  const hasAuthors = entries.some(([key]) => keyKind(key) === 'authors');
  return hasAuthors && listEntries === 0 ? 0.6 : 0;
}

/** Whether a text begins with its authors, as below a title. */
function namesAuthors(body: string): boolean {
  const first = body.trimStart().slice(0, 300).split('\n')[0]!;
  return splitField(first.replace(/^[-•]\s/, ''))?.kind === 'authors';
}

function titleKey({ value }: FreeYaml): string | null {
  const keys = Object.keys(value).filter((key) => textOf(value[key]) !== null);
  for (const name of TITLES) {
    const key = keys.find((one) => foldFieldName(one) === name);
    if (key !== undefined) return key;
  }
  return null;
}

/** A text, alone or in a list of one. */
function textOf(value: unknown): string | null {
  const only: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value;
  return typeof only === 'string' && only.trim() !== '' ? only : null;
}

function titleOf(read: FreeYaml): { title: string; line: number } | null {
  const key = titleKey(read);
  if (key === null) return null;
  return { title: stripMarkup(textOf(read.value[key])!), line: read.lineOf(key) };
}

/** The heading of a file whose front matter has no title. */
function ownHeading({ children }: Root, source: string): { title: string; line: number } | null {
  const heading = children.find((node) => node.type === 'heading' && node.depth === 1);
  if (heading?.type !== 'heading') return null;
  const title = withoutSigns(joinLines(linesOf(heading.children, source)));
  if (CHAPTER.test(title)) return null;
  return { title, line: heading.position?.start.line ?? 1 };
}

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

function unnamedOwner(owner: string, { value, lineOf }: FreeYaml): Problem {
  const line = lineOf(Object.keys(value).find((key) => keyKind(key) === 'authors') ?? '');
  const advice = 'Write the name of the site’s owner there; until then that author is left out.';
  return { line, expected: 'the names of all authors', got: `“${owner}”`, advice };
}

function lastLine(text: string): number {
  return text.trimEnd().split(/\r\n|\n|\r/).length;
}

/** Whether a field is of a paper and of nothing else. */
function isTelling(key: string, value: unknown): boolean {
  const name = foldFieldName(key);
  const kind = keyKind(key);
  if (kind === 'abstract') return typeof value === 'string' && value.length > 40;
  if (name === 'publicationtypes') return Array.isArray(value);
  if (typeof value !== 'string' && typeof value !== 'number') return false;
  const text = String(value);
  if (name === 'collection') return text === 'publications';
  if (name === 'itemtype' || name === 'layout') return ITEM_TYPE.test(text);
  if (/^https?:/.test(text)) return isPaperUrl(text);
  return kind === 'id' && (parseArxivId(text) !== null || parseDoi(text) !== null);
}
