/** A title with the words of the query marked: words that are alike but for their ends. */
export function markWords(title: string, query: string): DocumentFragment {
  const wanted = wordsOf(query).map(fold);
  const marked = document.createDocumentFragment();
  for (const part of title.split(/([\p{L}\p{M}\p{N}]+)/u)) {
    const isHit = part !== '' && wanted.some((word) => areAlike(fold(part), word));
    marked.append(isHit ? markOf(part) : part);
  }
  return marked;
}

/** An excerpt of Pagefind, which is HTML: its text and its marks, and nothing else. */
export function markedExcerpt(html: string): DocumentFragment {
  const marked = document.createDocumentFragment();
  for (const node of new DOMParser().parseFromString(html, 'text/html').body.childNodes) {
    const text = node.textContent ?? '';
    marked.append(node.nodeName === 'MARK' ? markOf(text) : text);
  }
  return marked;
}

function markOf(text: string): HTMLElement {
  const mark = document.createElement('mark');
  mark.textContent = text;
  return mark;
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

function fold(word: string): string {
  return word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

function areAlike(left: string, right: string): boolean {
  if (left === right) return true;
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  return short.length >= 4 && long.length - short.length <= 3 && long.startsWith(short);
}
