import { findArxivId, parseArxivId } from '../paper/paper-ids.ts';
import { parseWebAddress } from '../web-address.ts';

/** What an address on or beside a page of Hugging Face leads to. */
export type PageAddress =
  | { readonly kind: 'paper' | 'community' | 'login' | 'arxiv'; readonly id: string }
  | { readonly kind: 'day'; readonly date: string }
  | { readonly kind: 'code' | 'organization' | 'other' };

const SITE = 'https://huggingface.co';

/** The first parts of paths on Hugging Face that name no organisation. */
const PLACES = new Set(
  (
    'papers models datasets spaces docs blog posts login join pricing enterprise storage tasks ' +
    'collections languages organizations learn chat settings new inference terms-of-service ' +
    'privacy huggingface support brand api front avatars'
  ).split(' '),
);

/** A link as it may be kept: absolute, `http:` or `https:`; null for any other. */
export function absoluteAddress(href: string): string | null {
  if (href === '') return null;
  return parseWebAddress(URL.parse(href, SITE)?.href ?? '')?.href ?? null;
}

/** Tells where a link of a page leads; a relative one is of Hugging Face. */
export function readAddress(href: string): PageAddress {
  const absolute = absoluteAddress(href);
  const url = absolute === null ? null : URL.parse(absolute);
  if (!url) return { kind: 'other' };
  const path = url.pathname.replace(/\/+$/, '');
  if (/(?:^|\.)arxiv\.org$/.test(url.hostname)) {
    const id = findArxivId(url.href)?.arxivId;
    return id === undefined ? { kind: 'other' } : { kind: 'arxiv', id };
  }
  if (/^(?:www\.)?(?:github|gitlab)\.com$/.test(url.hostname)) return { kind: 'code' };
  if (!/^(?:www\.)?(?:huggingface\.co|hf\.co)$/.test(url.hostname)) return { kind: 'other' };
  return readPath(path, url);
}

function readPath(path: string, url: URL): PageAddress {
  if (path === '/login') {
    const id = paperIn(url.searchParams.get('next') ?? '');
    return id === null ? { kind: 'other' } : { kind: 'login', id };
  }
  const id = paperIn(path);
  if (id !== null) return { kind: url.hash === '#community' ? 'community' : 'paper', id };
  const date = url.searchParams.get('date') ?? /^\/papers\/date\/([\d-]{10})$/.exec(path)?.[1];
  if (path.startsWith('/papers') && date) return { kind: 'day', date };
  const slug = /^\/(?:organizations\/)?([\w.-]+)$/.exec(path)?.[1];
  return { kind: slug !== undefined && !PLACES.has(slug) ? 'organization' : 'other' };
}

/** The organisation's or user's name in the address of its page. */
export function slugOf(href: string): string {
  return URL.parse(href, SITE)?.pathname.split('/').filter(Boolean).at(-1) ?? href;
}

function paperIn(path: string): string | null {
  return path.startsWith('/papers/')
    ? (parseArxivId(path.slice('/papers/'.length))?.arxivId ?? null)
    : null;
}
