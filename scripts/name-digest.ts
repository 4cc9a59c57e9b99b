import type { Digest } from '../src/core/digest/digest.ts';
import { digestShapes } from '../src/core/digest/digest-shapes.ts';
import { isIsoDate } from '../src/core/iso-date.ts';
import { shorten } from '../src/format.ts';
import { freeSlug } from './name-groups.ts';

const LONGEST_TITLE = 60;

/**
 * The day of a digest, or, where it tells none, the one in its file's name (`papers_2026-03-25.json`), which
 * a name that begins with it keeps; null for none, or for several in the name.
 */
export function dayOfDigest({ date }: Digest, name: string): string | null {
  if (date !== null) return date;
  const days = new Set(name.match(/(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/g));
  const [day = ''] = days;
  return days.size === 1 && isIsoDate(day) ? day : null;
}

/**
 * What a digest is called: by its title, else by whose it is, else as its file without the day that it
 * begins or ends with.
 */
export function titleOf({ title, shape }: Digest, path: string): string {
  const { source } = digestShapes.find(({ name }) => name === shape)!;
  if (title !== null || source !== null) return title ?? source!;
  const name = withoutExtension(path.slice(path.lastIndexOf('/') + 1));
  const bare = name.replace(/^\d{4}-\d{2}-\d{2}\W+|[\W_]+\d{4}-\d{2}-\d{2}$/g, '');
  return /\p{L}/u.test(bare) ? bare : name;
}

export function withoutExtension(path: string): string {
  return path.replace(/\.[^./]+$/, '');
}

/**
 * The name under which a digest is kept: its day, what it is called (see `titleOf`), and the extension
 * that it had: `2026-03-25-daily-papers.txt`. `taken` are names without extension, in lower case; the
 * new one joins them.
 */
export function nameDigest(digest: Digest, name: string, taken: Set<string>): string {
  const day = dayOfDigest(digest, name) ?? '';
  const title = shorten(titleOf(digest, name), LONGEST_TITLE);
  const dated = title.replace(/^\W+/, '').startsWith(day) ? title : `${day} ${title}`;
  const slug = freeSlug(dated, taken, digest.shape);
  taken.add(slug);
  return `${slug}${/\.[a-z0-9]{1,8}$/i.exec(name)?.[0].toLowerCase() ?? '.txt'}`;
}
