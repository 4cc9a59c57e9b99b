import type { Paper } from '../src/core/paper/paper.ts';
import type { DigestPage } from '../src/site-data.ts';
import { freeSlug } from './name-groups.ts';
import type { ReadDigest } from './inspect-digests.ts';
import { titleOf, withoutExtension } from './name-digest.ts';

/** `/9` before `/10`: the order of the file. */
const byPointer = new Intl.Collator('en', { numeric: true });

/** The digests as pages show them, each with the papers that it tells of, in the order of its lines. */
export function describeDigests(
  digests: readonly ReadDigest[],
  papers: readonly Paper[],
): DigestPage[] {
  const slugOf = uniqueSlugs(
    digests.map(({ path }) => withoutExtension(path)),
    'digest',
  );
  const nameOf = uniqueNames(digests);
  const lineOf = new Map<string, { id: string; line: number; pointer: string | null }[]>();
  for (const { id, sources } of papers) {
    for (const { digest, line, pointer } of sources) {
      const lines = lineOf.get(digest) ?? [];
      lineOf.set(digest, lines);
      lines.push({ id, line, pointer });
    }
  }
  return digests.map(({ path, shape, date, curator, records }, index) => ({
    slug: slugOf[index]!,
    file: path,
    title: nameOf[index]!,
    shape,
    date,
    curator,
    records: records.length,
    papers: [
      ...new Set(
        (lineOf.get(path) ?? [])
          .toSorted(
            (a, b) => a.line - b.line || byPointer.compare(a.pointer ?? '', b.pointer ?? ''),
          )
          .map(({ id }) => id),
      ),
    ],
  }));
}

/** What a reader calls a digest: its title and day, and its file where another has the same. */
function uniqueNames(digests: readonly ReadDigest[]): string[] {
  const names = digests.map((digest) => {
    const name = titleOf(digest, digest.path);
    return digest.date === null || name.includes(digest.date) ? name : `${name}, ${digest.date}`;
  });
  return names.map((name, index) =>
    names.indexOf(name) === names.lastIndexOf(name)
      ? name
      : `${name} (${withoutExtension(digests[index]!.path)})`,
  );
}

/** A slug for each text, with a number behind it where an earlier text has the same. */
function uniqueSlugs(texts: readonly string[], fallback: string): string[] {
  const taken = new Set<string>();
  return texts.map((text) => {
    const slug = freeSlug(text, taken, fallback);
    taken.add(slug);
    return slug;
  });
}
