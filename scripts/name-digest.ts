import type { Digest } from '../src/core/digest/digest.ts';
import { digestShapes } from '../src/core/digest/digest-shapes.ts';
import { shorten } from '../src/format.ts';
import { freeSlug } from './name-groups.ts';

const LONGEST_TITLE = 60;

/**
 * The name under which a digest is kept: its day, its title or what it is a copy of, and the extension
 * that it had: `2026-03-25-daily-papers.txt`. `taken` are names without extension, in lower case; the
 * new one joins them.
 */
export function nameDigest(digest: Digest, name: string, taken: Set<string>): string {
  const { source } = digestShapes.find((shape) => shape.name === digest.shape)!;
  const title = shorten(digest.title ?? source, LONGEST_TITLE);
  const slug = freeSlug(`${digest.date ?? ''} ${title}`, taken, digest.shape);
  taken.add(slug);
  return `${slug}${/\.[a-z0-9]{1,8}$/i.exec(name)?.[0].toLowerCase() ?? '.txt'}`;
}
