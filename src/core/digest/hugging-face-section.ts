import { type MarkdownNode, plainText } from '../markdown.ts';
import { commaNames } from './author-names.ts';
import type { DigestRecord } from './digest.ts';
import { absoluteAddress, readAddress } from './hugging-face-address.ts';
import { foldText } from './page-row.ts';
import { writtenDate } from './written-date.ts';

/** A heading and all below it, up to the next one of its level. */
export interface Section {
  readonly title: string;
  readonly heading: MarkdownNode;
  readonly nodes: readonly MarkdownNode[];
}

/** What a section of a newsletter tells of its paper. */
export type SectionFacts = Pick<
  DigestRecord,
  'abstract' | 'summary' | 'authors' | 'authorCount' | 'published' | 'upvotes' | 'keywords' | 'code'
> & {
  /** The papers that it links to, each once. */
  readonly ids: readonly string[];
  readonly endLine: number;
};

interface Block {
  readonly node: MarkdownNode;
  readonly text: string;
}

const FIELD = /^[^\p{L}\p{N}]{0,8}(\p{L}[\p{L} ]{0,20}?)\s*[:：]\s*(\S.*)$/u;
const KEYWORDS = /(?:关键词|key ?words?)\s*[:：]?$/i;

/** Reads what stands below a paper's heading; what has no name of its own is the digest's summary. */
export function readSection({ heading, nodes }: Omit<Section, 'title'>): SectionFacts {
  const { fields, words, keywords } = readBlocks(nodes.flatMap(blocksOf));
  const authors = commaNames((fields.get('authors') ?? '').replace(/[，、]/g, ','));
  return {
    ids: papersOf({ heading, nodes }),
    endLine: (nodes.at(-1) ?? heading).position?.end.line ?? 1,
    abstract: fields.get('abstract') ?? null,
    summary: words.join('\n') || null,
    authors,
    authorCount: authors?.length ?? null,
    published: writtenDate(fields.get('published') ?? ''),
    upvotes: countOf(fields.get('upvotes')),
    keywords,
    code: codeOf(nodes),
  };
}

/** The named fields of a section, its other words, and its keywords. */
function readBlocks(blocks: readonly Block[]) {
  const fields = new Map<string, string>();
  const words: string[] = [];
  let keywords: string[] | null = null;
  blocks.forEach(({ node, text }, at) => {
    if (node.type === 'list') {
      const above = blocks[at - 1];
      if (above && above.text.length <= 40 && KEYWORDS.test(above.text)) keywords = itemsOf(node);
      return;
    }
    if (text === '' || isLink(node)) return;
    const field = FIELD.exec(text);
    const name = fieldOf(field?.[1] ?? '');
    if (name !== null && !fields.has(name)) fields.set(name, field![2]!);
    else words.push(text);
  });
  return { fields, words, keywords: keywords as string[] | null };
}

/** The papers that a section links to, each once. */
export function papersOf({ heading, nodes }: Omit<Section, 'title'>): string[] {
  const addresses = [heading, ...nodes].flatMap(linksOf).map(({ url }) => readAddress(url));
  return [...new Set(addresses.flatMap((address) => (address.kind === 'paper' ? address.id : [])))];
}

function countOf(text = ''): number | null {
  const digits = /^\d{1,9}/.exec(text)?.[0];
  return digits === undefined ? null : Number(digits);
}

function codeOf(nodes: readonly MarkdownNode[]): string | null {
  const link = nodes.flatMap(linksOf).find(({ url }) => readAddress(url).kind === 'code');
  return link ? absoluteAddress(link.url) : null;
}

function fieldOf(label: string): string | null {
  const folded = label.toLowerCase();
  if (/^(?:authors?|作者)$/.test(folded)) return 'authors';
  if (/^(?:abstract|摘要)$/.test(folded)) return 'abstract';
  if (/^(?:upvotes?|点赞数?)$/.test(folded)) return 'upvotes';
  return /^(?:published(?: on)?|date|发布日期|日期)$/.test(folded) ? 'published' : null;
}

function linksOf(node: MarkdownNode): { url: string }[] {
  const own = node.type === 'link' ? [node] : [];
  return 'children' in node ? [...own, ...node.children.flatMap(linksOf)] : own;
}

/** A node and those within it that hold text, in the order of the file; lists also stand for themselves. */
function blocksOf(node: MarkdownNode): Block[] {
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'code') {
    return [{ node, text: foldText(plainText(node)) }];
  }
  const own: Block[] = node.type === 'list' ? [{ node, text: '' }] : [];
  return 'children' in node ? [...own, ...node.children.flatMap(blocksOf)] : own;
}

/** A list's items, without a translation in brackets behind each. */
function itemsOf(list: MarkdownNode & { type: 'list' }): string[] {
  return list.children
    .map((item) =>
      foldText(plainText(item)).replace(/\s*[(（][^()（）]*\p{Script=Han}[^()（）]*[)）]$/u, ''),
    )
    .filter((text) => text !== '' && text.length <= 200);
}

/** Whether a paragraph is a link to the paper's page and nothing else. */
function isLink(node: MarkdownNode): boolean {
  if (node.type !== 'paragraph') return false;
  const [only, ...others] = node.children;
  return others.length === 0 && only?.type === 'link' && readAddress(only.url).kind === 'paper';
}
