import type { Piece } from './excerpt.ts';
import { areAlike, foldedWords, foldWord } from './words.ts';

/** A text with its words marked that are among others, or are alike but for their ends. */
export function markWords(text: string, words: string): DocumentFragment {
  const wanted = foldedWords(words);
  const parts = text.split(/([\p{L}\p{M}\p{N}]+)/u);
  return markPieces(
    parts.map((part) => ({
      text: part,
      isHit: part !== '' && wanted.some((word) => areAlike(foldWord(part), word)),
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
