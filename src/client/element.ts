/** The first element of the page that a selector matches. Throws Error where there is none. */
export function element<Type extends Element>(selector: string): Type {
  const match = document.querySelector<Type>(selector);
  if (!match) throw new Error(`the page has no ${selector}`);
  return match;
}
