import { titleOfId } from '../src/core/paper/identify-paper.ts';
import type { MergedRecords } from '../src/core/paper/merge-records.ts';
import type { EarlierNames } from '../src/core/paper/name-papers.ts';
import type { LockedRetired, TopicsLock } from '../src/core/topics/topics-lock.ts';
import type { PaperText } from './set-text.ts';

/** The names that papers had in the build before. */
export function earlierNames(lock: TopicsLock | null): EarlierNames {
  const living = [...(lock?.papers ?? [])].map(
    ([id, { identity }]) => [id, identity ?? null] as const,
  );
  // One that comes back gets its address again.
  const gone = (lock?.retired ?? []).flatMap(({ kind, slug, successor, identity }) =>
    kind === 'paper' && successor === null ? [[slug, identity ?? null] as const] : [],
  );
  const retired = (lock?.retired ?? []).flatMap(({ kind, slug, successor }) =>
    kind === 'paper' && successor !== null ? [{ id: slug, successor }] : [],
  );
  return { papers: new Map([...living, ...gone]), retired };
}

/** Addresses of papers that turned out to be others', by the titles of those. */
export function retirePapers(
  { papers, retired }: MergedRecords,
  texts: readonly PaperText[],
): LockedRetired[] {
  const titleOf = new Map(papers.map(({ id }, index) => [id, texts[index]!.titleText]));
  return retired.map(({ id, successor }) => ({
    kind: 'paper',
    slug: id,
    label: titleOf.get(successor)!,
    successor,
  }));
}

/** Papers that an earlier build had and that are in no digest any more, by what its lock knows of them. */
export function rememberGone(ids: readonly string[], lock: TopicsLock | null): LockedRetired[] {
  if (lock === null) return [];
  const before = new Map(
    lock.retired.flatMap((entry) => (entry.kind === 'paper' ? [[entry.slug, entry]] : [])),
  );
  return ids.map((id) => {
    const entry = before.get(id);
    if (entry?.successor === null) return entry;
    const { topic, identity } = lock.papers.get(entry?.successor ?? id)!;
    const label = entry?.label ?? titleOfId(id);
    return { kind: 'paper', slug: id, label, successor: null, topic, identity };
  });
}
