/** Characters that mean something to TeX. Braces as commands: BibTeX counts them even behind `\`. */
const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '&': '\\&',
  '%': '\\%',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
};
const CHARACTER = new Map(Object.entries(SPECIAL).map(([character, tex]) => [tex, character]));

/** A text as TeX that sets it as it is. */
export function escapeTex(text: string): string {
  return text.replace(/[\\{}~^&%$#_]/g, (character) => SPECIAL[character]!);
}

/** What escapeTex made of a text back to the text; other TeX stays. */
export function unescapeTex(tex: string): string {
  return tex.replace(/\\(?:text[a-z]+\{\}|[&%$#_])/g, (escape) => CHARACTER.get(escape) ?? escape);
}
