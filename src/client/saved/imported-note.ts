// The reader's notes in bibliographies, which are taken out before names of papers are looked for: a note
// may name other papers.
import { unescapeTex } from '../../citations/tex-text.ts';

/** An entry of a bibliography less its note. */
export interface NotedEntry {
  readonly rest: string;
  /** Empty where there is none. */
  readonly note: string;
}

/** Takes the notes out of an entry of RIS: the values of N1 with the lines that go on from them. */
export function takeRisNote(entry: string): NotedEntry {
  const notes: string[] = [];
  const rest = entry.replace(
    /^N1 {2}- (.*(?:\n(?![A-Z][A-Z0-9] {2}-).*)*)/gm,
    (_, note: string) => {
      notes.push(joinLines(note));
      return '';
    },
  );
  return { rest, note: notes.join('\n\n') };
}

/** Takes the field `annote` out of an entry of BibTeX. */
export function takeBibtexNote(entry: string): NotedEntry {
  const start = /\bannote\s*=\s*\{/i.exec(entry);
  if (start === null) return { rest: entry, note: '' };
  const from = start.index + start[0].length;
  const to = endOfGroup(entry, from);
  return {
    rest: entry.slice(0, start.index) + entry.slice(to),
    note: unescapeTex(joinLines(entry.slice(from, to))),
  };
}

/** Takes the note out of an item of CSL-JSON, and gives the rest as lines. */
export function takeCslNote(item: unknown): NotedEntry {
  const { note, ...rest } = (item ?? {}) as { readonly note?: unknown };
  const isText = typeof note === 'string';
  return { rest: JSON.stringify(isText ? rest : item, null, 1), note: isText ? note.trim() : '' };
}

/** The index of the brace that closes a group, or the end of a text where none does. */
function endOfGroup(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '{') depth++;
    if (text[at] === '}' && --depth === 0) return at;
  }
  return text.length;
}

/** Lines of a note as they were before the format indented them. */
function joinLines(written: string): string {
  return written.replace(/\n {1,4}/g, '\n').trim();
}
