import type { MathInline } from '../inline.ts';
import { escapeHtml } from '../inline.ts';
import { setTexMaths } from './tex-maths-setter.ts';
import { TEX_FUNCTIONS, blackboard, texSymbol } from './tex-symbols.ts';

const LONGEST = 2000;
const FONT =
  /\\(math(?:cal|bb|bf|rm|sf|it|tt|frak|scr)|text|operatorname) ?(?:\{([^{}\\$]*)\}|([A-Za-z0-9]))/g;
const COMMAND = /\\([A-Za-z]+|[^])( ?)/g;

/** A formula of real TeX mathematics, from the content between its delimiters. */
export function texMaths(content: string): MathInline {
  const trimmed = content.trim();
  const html = trimmed.length > LONGEST ? undefined : setTexMaths(trimmed);
  const source = texMathsToText(trimmed);
  return { type: 'math', source, html: html ?? escapeHtml(trimmed), tex: trimmed };
}

/** Plain text of TeX mathematics: with its symbols in Unicode, or as it stands when some have none. */
function texMathsToText(content: string): string {
  let simple = content.length <= LONGEST;
  if (!simple) return content;
  const spelt = content.replace(/\\unicode\{x([0-9A-Fa-f]{2,4})\}/g, (_, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  );
  const upright = spelt.replace(FONT, (_, font: string, group?: string, letter?: string) =>
    font === 'mathbb' ? blackboard(group ?? letter ?? '') : (group ?? letter ?? ''),
  );
  const text = upright.replace(COMMAND, (_, name: string, space: string, at: number) => {
    const symbol = plainCommand(name);
    if (symbol === undefined) simple = false;
    const keep = TEX_FUNCTIONS.has(name) || upright[at - 1] === ' ' || name.length === 1;
    return (symbol ?? '') + (keep ? space : '');
  });
  return simple ? text.trim() : content;
}

function plainCommand(name: string): string | undefined {
  if (TEX_FUNCTIONS.has(name)) return name;
  if (/^[{}%&#_$]$/.test(name)) return name;
  if (name === '|') return '‖';
  if (name === 'left' || name === 'right' || name === '!') return '';
  return name === ',' || name === ';' || name === ' ' ? ' ' : texSymbol(name);
}
