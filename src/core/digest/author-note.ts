import { findArxivId, parseArxivId, parseDoi } from '../paper/paper-ids.ts';
import { stripMarkup } from './strip-markup.ts';

const LABEL = /^(?:author'?s? )?comments?:\s*/i;
const LONGEST_NOTE = 2000;
/** What reference managers note of where and when they found a paper. */
const MANAGED = /^(?:(?:last )?accessed\b|retrieved\b|publisher:|_eprint:|\[online\])/i;

/**
 * What authors say beside the abstract, from a field that holds it (arXiv's “Comments”): `12 pages, 5
 * figures, accepted at ICML`. Null for a text without words and for ids and addresses alone, which other
 * fields keep.
 */
export function readNote(text: string | null | undefined): string | null {
  const line = stripMarkup((text ?? '').slice(0, LONGEST_NOTE)).replace(LABEL, '');
  const isId = !/\s/.test(line) && (parseArxivId(line) ?? parseDoi(line)) !== null;
  if (isId || isIdOfArxiv(line) || /^https?:\S*$/i.test(line) || MANAGED.test(line)) return null;
  return /\p{L}{2}/u.test(line) && !/^(?:n\/?a|none|null|nan|tbd)$/i.test(line) ? line : null;
}

/** The same from a field for notes of any kind: only what begins with “Comment:”, as Zotero writes it. */
export function readLabelledNote(text: string | null | undefined): string | null {
  const line = stripMarkup((text ?? '').slice(0, LONGEST_NOTE));
  return LABEL.test(line) ? readNote(line) : null;
}

/** `arXiv:2303.00763 [cs]`, as reference managers have it. */
function isIdOfArxiv(line: string): boolean {
  const isShort = /^(?:arxiv (?:preprint|e-prints) )?arxiv\s?:\s?\S+(?:\s\[\S+\])?$/i.test(line);
  return isShort && findArxivId(line) !== null;
}
