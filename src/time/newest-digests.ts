import type { DigestPage } from '../site-data.ts';

/** Digests from the newest on; those without a date come last, in the order of their files. */
export function newestDigests(digests: readonly DigestPage[]): DigestPage[] {
  return digests.toSorted((a, b) => {
    const left = a.date ?? '';
    const right = b.date ?? '';
    return left < right ? 1 : left > right ? -1 : 0;
  });
}
