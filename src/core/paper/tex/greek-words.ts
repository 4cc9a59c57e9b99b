import type { Inline } from '../inline.ts';
import { splitGlued } from './lost-maths-word.ts';
import { TEX_LETTERS } from './tex-symbols.ts';

// No English text holds these words but for the letters.
const ALWAYS = 'varepsilon epsilon zeta kappa eta'.split(' ');
const GREEK = new Set(
  `alpha beta gamma delta theta lambda mu nu xi rho sigma tau phi varphi chi psi omega
   Gamma Delta Theta Lambda Sigma Phi Psi Omega`.split(/\s+/),
);
const WORD =
  /(?<![^\s([,;=<>≤≥–—]|[^\s([][([])(\d-|1\/)?([A-Za-z]{2,10})(?=$|[\s),;:!?\]=<>≤≥–—]|\.(?:\s|$)|\/\d|['’]s\b|-(?![A-Za-z]*[Bb]ench)[A-Za-z])/g;
// The pair of differential privacy is set as a pair.
const PRIVACY = /\(epsilon, ?delta\)/;
const IDENTIFIER = /:\/\/|^www\.|[_@\\`"#{}]|[A-Za-z0-9]\.[A-Za-z]|[A-Za-z]\/[A-Za-z]|\w\(\)/;

/** Sets the names of Greek letters in running text: those no prose holds, and those of its own formulas. */
export function setGreekWords(nodes: Inline[]): Inline[] {
  const names = new Set(ALWAYS);
  addNames(nodes, names);
  return setIn(nodes, names);
}

function addNames(nodes: Inline[], names: Set<string>): void {
  for (const node of nodes) {
    if (node.type === 'text') {
      if (PRIVACY.test(node.value)) names.add('delta');
      continue;
    }
    if (node.type !== 'math') addNames(node.children, names);
    else for (const name of namesOf(node.source)) names.add(name);
  }
}

// A formula between dollars names its letters by commands: only lost ones mix with prose.
function namesOf(source: string): string[] {
  const words = source.match(/(?<![\\A-Za-z])[A-Za-z]+/g) ?? [];
  const parts = words.flatMap((word) => (GREEK.has(word) ? [word] : (splitGlued(word) ?? [])));
  return parts.filter((part) => GREEK.has(part));
}

function setIn(nodes: Inline[], names: ReadonlySet<string>): Inline[] {
  return nodes.flatMap((node, index) => {
    if (node.type === 'math' || node.type === 'code') return [node];
    if (node.type !== 'text') return [{ ...node, children: setIn(node.children, names) }];
    return setInText(node.value, names, index > 0, index < nodes.length - 1);
  });
}

function setInText(
  text: string,
  names: ReadonlySet<string>,
  touchesBefore: boolean,
  touchesBehind: boolean,
): Inline[] {
  const set: Inline[] = [];
  let done = 0;
  for (const match of text.matchAll(WORD)) {
    const end = match.index + match[0].length;
    const edge = (touchesBefore && match.index === 0) || (touchesBehind && end === text.length);
    if (!names.has(match[2]!) || edge || isInIdentifier(text, match.index, end)) continue;
    if (match.index > done) set.push({ type: 'text', value: text.slice(done, match.index) });
    const html = (match[1] ?? '').replace('-', '−') + TEX_LETTERS.get(match[2]!)!;
    set.push({ type: 'math', source: match[0], html });
    done = end;
  }
  if (done < text.length) set.push({ type: 'text', value: text.slice(done) });
  return set;
}

const REACH = 60;

function isInIdentifier(text: string, start: number, end: number): boolean {
  const before = /\S*$/.exec(text.slice(Math.max(0, start - REACH), start))?.[0] ?? '';
  const behind = /^\S*/.exec(text.slice(end, end + REACH))?.[0] ?? '';
  return IDENTIFIER.test(before + text.slice(start, end) + behind);
}
