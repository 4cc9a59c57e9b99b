import { childrenOf, rootOfXml, type XmlElement } from '../../src/core/xml.ts';
import type { Answer } from './ask.ts';

/** An error page is short; of a longer one the start says enough. */
const MOST_BYTES = 64 * 1024;

/**
 * What an answer says for people: the title of a web page, the `error` of a JSON object, the summary of
 * arXiv's error feed, a line of plain text. Empty where it says nothing.
 */
export function wordsOf({ bytes, headers }: Pick<Answer, 'bytes' | 'headers'>): string {
  const text = new TextDecoder().decode(bytes.subarray(0, MOST_BYTES)).trim();
  if (isWebPage(headers, text)) return titleOfPage(text);
  return errorInJson(text) ?? errorInFeed(text) ?? (text.startsWith('<') ? '' : text);
}

/** Whether an answer is a page for people, by what it says of itself or by how it begins. */
export function isWebPage(headers: Headers, text: string): boolean {
  return (
    /^(?:text\/html|application\/xhtml)/i.test(headers.get('content-type') ?? '') ||
    /^<(?:!doctype html|html)\b/i.test(text.slice(0, 100).trimStart())
  );
}

/** The title of a web page; empty for none. */
export function titleOfPage(text: string): string {
  const start = text.search(/<title\b/i);
  const rest = start < 0 ? '' : text.slice(start, start + 1000);
  return /^<title[^>]*>([^<]*)/i.exec(rest)?.[1]?.trim() ?? '';
}

/** What a feed says in place of papers: the summary of its entry on an error; null for none. */
export function errorOfFeed(root: XmlElement): string | null {
  const entry = childrenOf(root, 'entry')[0];
  if (entry === undefined || !childrenOf(entry, 'id')[0]?.text.includes('/api/errors')) return null;
  return childrenOf(entry, 'summary')[0]?.text.trim() ?? 'an error without words';
}

function errorInFeed(text: string): string | null {
  try {
    return errorOfFeed(rootOfXml(text));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function errorInJson(text: string): string | null {
  try {
    const value = JSON.parse(text) as { error?: unknown; message?: unknown } | null;
    const words = value?.error ?? value?.message;
    return typeof words === 'string' ? words : null;
  } catch {
    return null;
  }
}
