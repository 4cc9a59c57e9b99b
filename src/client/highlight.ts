import type { Piece } from './excerpt.ts';
import { areAlike, foldedWords, foldWord } from './words.ts';

/** A title with the words of the query marked: words that are alike but for their ends. */
export function markWords(title: string, query: string): DocumentFragment {
  const wanted = foldedWords(query);
  const parts = title.split(/([\p{L}\p{M}\p{N}]+)/u);
  return markPieces(
    parts.map((text) => ({
      text,
      isHit: text !== '' && wanted.some((word) => areAlike(foldWord(text), word)),
    })),
  );
}

/** Pieces of text, the hits among them marked. */
export function markPieces(pieces: readonly Piece[]): DocumentFragment {
  const marked = document.createDocumentFragment();
  for (const { text, isHit } of pieces) marked.append(isHit ? markOf(text) : text);
  return marked;
}

function markOf(text: string): HTMLElement {
  const mark = document.createElement('mark');
  mark.textContent = text;
  return mark;
}
