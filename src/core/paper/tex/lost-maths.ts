import { escapeHtml } from '../inline.ts';
import { isOperator, setOperand } from './lost-maths-operand.ts';
import { setRelation } from './lost-relation.ts';
import { touchesUnsetBefore, unsetBehind } from './half-set.ts';
import { TexMathsSetter } from './tex-maths-setter.ts';

const LONGEST = 240;
// Without a sign of mathematics in so many characters, the text is prose or worse.
const LONGEST_UNCERTAIN = 60;
const ELEMENT = '(?:Al|Br|Ca|Cl|Fe|Li|Mg|Na|Si|Ti|[HCNOSPFKI])';
const CHEMICAL = new RegExp(
  `(?:${ELEMENT}(?:_\\d|_\\{\\d{1,2}\\})?){2,6}(?![A-Za-z0-9_^{(.][A-Za-z0-9]?)`,
  'y',
);

/** A stretch of text: a formula with its HTML, or one to leave as it stands when that is missing. */
export interface LostMaths {
  readonly end: number;
  readonly html?: string;
}

interface Mark {
  readonly at: number;
  readonly html: string;
  readonly certain: number;
  readonly scripts: string;
  readonly previous: TexMathsSetter['previous'];
}

/** Reads mathematics that lost its dollars at the start of a word; nothing when none is certain. */
export function readLostMaths(source: string, at: number, end: number): LostMaths | undefined {
  const found = readChemical(source, at, end) ?? readFormula(source, at, end);
  if (found?.html === undefined || source.slice(at, found.end).includes('\\')) return found;
  // Half of a formula set beside its unset rest reads worse than the source.
  const unset = unsetBehind(source, found.end, end);
  if (unset === undefined && !touchesUnsetBefore(source, at)) return found;
  return { end: unset ?? found.end };
}

// "H_2O" ends in a letter, as no other formula with a subscript may.
function readChemical(source: string, at: number, end: number): LostMaths | undefined {
  CHEMICAL.lastIndex = at;
  const formula = CHEMICAL.exec(source.slice(0, Math.min(end, at + 40)))?.[0] ?? '';
  if (!formula.includes('_')) return undefined;
  const html = formula.replace(/_\{?(\d+)\}?/g, '<sub>$1</sub>');
  return { end: at + formula.length, html };
}

function readFormula(source: string, at: number, end: number): LostMaths | undefined {
  const setter = new TexMathsSetter(source, at, Math.min(end, at + LONGEST), true);
  const first = setOperand(setter);
  if (first === 'opaque') return { end: setter.at };
  if (first === 'none') return undefined;
  const best = extend(setter);
  if (best === undefined) return undefined;
  if (best.certain === 0) return { end: best.at };
  // A formula that is cut by the limit stays whole, and is not read again from its second sign.
  if (best.at > at + LONGEST - 20 && setter.end < end) return { end: best.at };
  if (!endsWell(source, best)) return undefined;
  return result(source, at, best);
}

function result(source: string, at: number, best: Mark): LostMaths {
  const end = best.at - (/ *$/.exec(source.slice(at, best.at))?.[0].length ?? 0);
  const html = best.html.trimEnd();
  return html === escapeHtml(source.slice(at, end)) ? { end } : { end, html };
}

function mark(setter: TexMathsSetter): Mark {
  const { at, html, certain, scripts, previous } = setter;
  return { at, html, certain, scripts, previous };
}

/** Joins operands as long as signs of mathematics go on; the last certain place is where it ends. */
function extend(setter: TexMathsSetter): Mark | undefined {
  const start = setter.at;
  let best = setter.certain > 0 ? mark(setter) : undefined;
  for (;;) {
    const before = mark(setter);
    const link = setLink(setter);
    if (link === 'name') best = mark(setter);
    if (link === 'none') return best;
    if (best === undefined && setter.at - start > LONGEST_UNCERTAIN) return mark(setter);
    if (link === 'name' && setter.peek() === ' ') setter.item();
    if (setOperand(setter) !== 'set') return best;
    const grown = setter.certain > before.certain;
    if (grown || (link !== 'loose' && setter.certain > 0)) best = mark(setter);
  }
}

type Link = 'name' | 'tight' | 'relation' | 'loose' | 'none';

/** Sets what joins two operands; a loose link needs a certain operand behind it. */
function setLink(setter: TexMathsSetter): Link {
  if (/[-+*/=<>]/.test(setter.peek())) return setSigns(setter, 'tight');
  const relation = setRelation(setter);
  if (relation !== undefined) return append(setter, relation, 'relation');
  if (isOperator(setter)) return setNamedOperator(setter);
  if (setter.peek() === ' ') return setSpaced(setter);
  const joins = setter.scripts !== '' || setter.previous === 'other' || /\d/.test(setter.last());
  return joins && /[A-Za-z0-9α-ωΑ-Ω(|]/.test(setter.peek()) ? 'loose' : 'none';
}

function append(setter: TexMathsSetter, html: string, link: Link): Link {
  setter.html += html;
  setter.scripts = '';
  setter.previous = 'other';
  return link;
}

function setSigns(setter: TexMathsSetter, link: Link): Link {
  const range = /\d/.test(setter.last()) && setter.take(/-(?=[\d.]+times)/y) !== '';
  if (range) return append(setter, '–', link);
  const signs = setter.take(/[-+*/=<>]{1,2}/y);
  return append(setter, escapeHtml(signs).replaceAll('-', '−'), link);
}

function setNamedOperator(setter: TexMathsSetter): Link {
  if (setter.peek() === ' ') setter.item();
  return setter.item() ? 'name' : 'none';
}

function setSpaced(setter: TexMathsSetter): Link {
  const relation = setter.take(/ [=<>] ?/y);
  if (relation !== '') return append(setter, escapeHtml(relation), 'relation');
  const operator = setter.take(/ [-+*/] ?/y);
  if (operator !== '') return append(setter, operator.replace('-', '−'), 'loose');
  // Side by side stand only factors: a letter before a formula may well be an article.
  const factor = setter.certain > 0 || /[^\x20-\x7e]/.test(setter.last());
  if (!factor && setter.source[setter.at - 1] !== '}') return 'none';
  setter.take(/ /y);
  return append(setter, ' ', 'loose');
}

// What follows tells a formula from the stem of a file name, an address or an identifier.
function endsWell(source: string, best: Mark): boolean {
  const rest = source.slice(best.at, best.at + 3);
  if (/^(?:[_^{@]|\.[A-Za-z0-9]|\/[A-Za-z]|:\/)/.test(rest)) return false;
  if (!/^[A-Za-z0-9]/.test(rest)) return true;
  return best.html.endsWith('</sup>') || best.previous !== 'operand';
}
