import type { MathsSetter } from './maths-setter.ts';

const SET = '[RCNZSQ]\\^(?:[A-Za-z](?![A-Za-z_^])|\\{[^{}]{1,20}\\}(?![_^]))';
// "x'in R^d", "Obj(S)toR^n" and "mll n": the relation is glued to what stands before it.
const BASES = [
  new RegExp(`[A-Za-z]'?(?=in (?=[RCNZSQ]\\^(?:[A-Za-z](?![A-Za-z])|\\{)))`, 'y'),
  new RegExp(`[A-Za-z]{1,6}\\([A-Za-z]\\)(?=to${SET})`, 'y'),
  /[B-HJ-Zb-df-hj-z](?=ll [b-zB-HJ-Z](?![A-Za-z'-]))/y,
];
const IN = / ?in (?=[RCNZSQ]\^(?:[A-Za-z](?![A-Za-z])|\{))/y;
const TO = new RegExp(`to(?=${SET})`, 'y');
const MUCH_LESS = /ll (?=[A-Za-z](?![A-Za-z]))/y;
const TO_INFINITY = / to (?=(?:\\?infty|∞)(?![A-Za-z]))/y;
const AFTER_FROM = /(?:^|[^A-Za-z])(?:from|between|range|ranges) [^ ]{1,12}$/;
const CONDITIONAL =
  /(?:[EPpHI]|Pr|Var)(?=[[(][A-Za-z][A-Za-z0-9_,' ]{0,20} mid [A-Za-z0-9_,' ]{1,30}[\])])/y;

/** Reads a base whose relation is glued to it, so that the letters of both are told apart. */
export function setGluedBase(setter: MathsSetter): string | undefined {
  for (const pattern of BASES) {
    const base = setter.take(pattern);
    if (base !== '') return setter.operand(base.replace("'", '′'));
  }
  return undefined;
}

/** Reads a word that is a relation only because of the operands around it, as HTML. */
export function setRelation(setter: MathsSetter): string | undefined {
  if (setter.take(IN) !== '') return ' ∈ ';
  if (setter.take(TO) !== '') return ' → ';
  if (setter.take(MUCH_LESS) !== '') return certainly(setter, ' ≪ ');
  const range = AFTER_FROM.test(setter.source.slice(Math.max(0, setter.at - 24), setter.at));
  // "from 0 to infty" is a range in words, and only a letter goes to infinity.
  if (range || !/[\p{L}>]/u.test(setter.last())) return undefined;
  return setter.take(TO_INFINITY) === '' ? undefined : certainly(setter, ' → ');
}

function certainly(setter: MathsSetter, html: string): string {
  setter.certain++;
  return html;
}

/** Sets a conditional expectation or probability such as `E[z mid x,y]`. */
export function setConditional(setter: MathsSetter): string | undefined {
  const name = setter.take(CONDITIONAL);
  if (name === '') return undefined;
  const inner = setter.parentheses(setter.peek());
  setter.certain++;
  return inner === undefined ? undefined : setter.operand(name + inner);
}
