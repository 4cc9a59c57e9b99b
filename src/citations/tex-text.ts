/** Characters that mean something to TeX. Braces as commands: BibTeX counts them even behind `\`. */
const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  // In TeX's own fonts these two are other characters.
  '<': '\\textless{}',
  '>': '\\textgreater{}',
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
  return text.replace(/[\\{}<>~^&%$#_]/g, (character) => SPECIAL[character]!);
}

/** What escapeTex made of a text back to the text; other TeX stays. */
export function unescapeTex(tex: string): string {
  return tex.replace(/\\(?:text[a-z]+\{\}|[&%$#_])/g, (escape) => CHARACTER.get(escape) ?? escape);
}

/** A title in TeX with “BERT”, “iPhone” and “3D” in braces; a style may still write “Learning” small. */
export function protectCapitals(text: string): string {
  const words = /(?<![\\}\p{L}\p{N}])[\p{L}\p{N}]+(?![\p{L}\p{N}]|\{\})/gu;
  const marked = text.replace(words, (word, at: number) =>
    /.\p{Lu}/u.test(word) || isSymbol(word, text[at - 1]) ? `{${word}}` : word,
  );
  // One group for words side by side.
  return marked.replaceAll('} {', ' ');
}

/** “Q” of “Q-learning”; “A” may be an article. */
function isSymbol(word: string, before: string | undefined): boolean {
  return /^[B-Z]$/.test(word) && before === ' ';
}
