import './save-star.ts';

/** A star by which the reader saves a paper, as pages have it. */
export function makeStar(id: string, title: string): HTMLElement {
  const star = document.createElement('save-star');
  star.setAttribute('paper', id);
  star.setAttribute('label', title);
  return star;
}
