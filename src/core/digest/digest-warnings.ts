import type { Problem } from '../input-error.ts';
import type { Digest } from './digest.ts';

/** Of a file of which most is passed over, enough is said. */
const MOST_WARNINGS = 1000;

/** A digest with more warnings, all of them by their lines; beyond a thousand they are only counted. */
export function withWarnings<Some extends Digest>(digest: Some, more: readonly Problem[]): Some {
  if (more.length === 0) return digest;
  const all = [...(digest.warnings ?? []), ...more].sort((a, b) => a.line - b.line);
  const warnings = all.slice(0, MOST_WARNINGS);
  const last = all[MOST_WARNINGS];
  if (last !== undefined) {
    const untold = (all.length - MOST_WARNINGS).toLocaleString('en');
    warnings.push({ ...last, got: `${last.got}, and ${untold} more such` });
  }
  return { ...digest, warnings };
}
