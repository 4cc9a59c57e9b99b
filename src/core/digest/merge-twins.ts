import type { DigestRecord } from './digest.ts';

/** Records of the same paper made one: what the first does not know is taken from the second. */
export function mergeTwins(records: readonly DigestRecord[]): DigestRecord[] {
  const merged = new Map<string, DigestRecord>();
  let last: string | null = null;
  for (const record of records) {
    const key = `${record.arxivId ?? record.abstract}\n${record.title.toLowerCase()}`;
    const first = merged.get(key);
    if (!first) merged.set(key, record);
    else {
      const known = Object.entries(first).filter(([, value]) => value !== null);
      const endLine = last === key ? record.endLine : first.endLine;
      merged.set(key, { ...record, ...(Object.fromEntries(known) as typeof first), endLine });
    }
    last = key;
  }
  return [...merged.values()];
}
