import { isMathsName, splitGlued } from './lost-maths-word.ts';
import { CERTAIN_NAMES } from './tex-symbols.ts';

const FARTHEST = 60;
const REACH = 240;
const OPERATOR = '(?:[-+*/=<>·]|cdot|leq|geq|neq|propto|lesssim|gtrsim)';
const BEFORE = new RegExp(`([^\\s\\\\,;:]*) ?${OPERATOR}? ?$`);
const BEHIND = new RegExp(`( ${OPERATOR} |${OPERATOR} )?([^\\s,;:]*)`, 'y');
const OPEN_END = new RegExp(`(?:^|[^A-Za-z])${OPERATOR}$`);
const OPERAND = /( ?)([^\s,;:]*)/y;
const BARE_ONLY = /^(?:frac|sqrt|dfrac|tfrac|mathrm|ell|langle|rangle)$/;

/** Whether what touches a formula from the left is mathematics that could not be set. */
export function touchesUnsetBefore(source: string, at: number): boolean {
  const before = source.slice(Math.max(0, at - FARTHEST), at);
  const chunk = BEFORE.exec(before)?.[0] ?? '';
  if (chunk.endsWith(' ') && !OPEN_END.test(chunk.slice(0, -1))) return false;
  return /[A-Za-z0-9)]\{[^{}]*\}/.test(chunk) || holdsCommand(chunk);
}

/** Where mathematics ends that touches a formula from the right and could not be set, if there is any. */
export function unsetBehind(source: string, at: number, end: number): number | undefined {
  const text = source.slice(0, Math.min(end, at + REACH));
  let reached = at;
  let unset = false;
  for (;;) {
    const open = OPEN_END.test(text.slice(Math.max(0, reached - 8), reached));
    const pattern = open ? OPERAND : BEHIND;
    pattern.lastIndex = reached;
    const match = pattern.exec(text);
    if (match === null || match[0].trim() === '') break;
    // Behind an operator, a script's braces may still be set: only those of a lost command may not.
    const brace = open || match[1] !== undefined ? /[A-Za-z0-9)]\{/ : /\{/;
    if (brace.test(match[2]!) || holdsCommand(match[2]!)) unset = true;
    reached += match[0].length;
  }
  return unset ? reached : undefined;
}

function holdsCommand(chunk: string): boolean {
  const words = chunk.match(/(?<![\\A-Za-z])[A-Za-z]{3,}/g) ?? [];
  return words.some(
    (word) =>
      CERTAIN_NAMES.has(word) ||
      BARE_ONLY.test(word) ||
      (splitGlued(word)?.some((part) => isMathsName(part) && CERTAIN_NAMES.has(part)) ?? false),
  );
}
