const CHARACTER: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};
const RAISED = zip('0123456789+−-=()ni∘', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ°');
const LOWERED = zip('0123456789+−-=()aehijklmnoprstuvx', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ');

function zip(plain: string, script: string): ReadonlyMap<string, string> {
  const scripts = [...script];
  return new Map([...plain].map((character, index) => [character, scripts[index]!]));
}

type Script = (kind: '^' | '_', inner: string) => string;

/** A formula's HTML as readable plain text, its scripts as Unicode characters where all of them exist. */
export function formulaToUnicode(html: string): string {
  return formulaToText(html, (kind, inner) => {
    const forms = kind === '^' ? RAISED : LOWERED;
    const characters = [...inner];
    const script = characters.map((character) => forms.get(character));
    if (!script.includes(undefined)) return script.join('');
    if (characters.length > 1) return `${kind}(${inner})`;
    // A letter would read as a factor; a sign such as ∞ or ⋆ cannot.
    return /[\p{L}\p{N}]/u.test(inner) ? kind + inner : inner;
  });
}

/** A formula's HTML as a reader sees it, without its scripts' place. */
export function formulaToVisible(html: string): string {
  return formulaToText(html, (_, inner) => inner);
}

/** A formula's HTML in the way of TeX, with a sign before each script. */
export function formulaToSigned(html: string): string {
  const text = formulaToText(html, (kind, inner) =>
    [...inner].length > 1 ? `${kind}{${inner}}` : kind + inner,
  );
  return text.replaceAll('−', '-');
}

function formulaToText(html: string, script: Script): string {
  const outer: string[] = [];
  let text = '';
  for (const [piece] of html.matchAll(/<\/?su[bp]>|&(?:amp|lt|gt|quot|#39);|[^]/gu)) {
    if (piece === '<sup>' || piece === '<sub>') {
      outer.push(text);
      text = '';
    } else if (piece === '</sup>' || piece === '</sub>') {
      text = (outer.pop() ?? '') + script(piece === '</sup>' ? '^' : '_', text);
    } else text += CHARACTER[piece] ?? piece;
  }
  return outer.join('') + text;
}
