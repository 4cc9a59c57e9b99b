/** What a sticky pattern matches at a place of a text, all of it before `end`; empty for nothing. */
export function matchAt(pattern: RegExp, text: string, at: number, end: number): string {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match === null || pattern.lastIndex > end ? '' : match[0];
}
