import { readTexAccent } from '../paper/tex/tex-accents.ts';
import { stripMarkup } from './strip-markup.ts';

/** A name, a venue or a keyword on one line in plain Unicode: TeX's accents, braces, ties undone. */
export function withoutTex(written: string): string {
  const text = stripMarkup(written);
  if (!/[\\{}~]/.test(text)) return text.normalize('NFC');
  let plain = '';
  for (let at = 0; at < text.length;) {
    const accent = text[at] === '\\' ? accentAt(text, at) : undefined;
    if (accent !== undefined) {
      plain += accent.value;
      at = accent.end;
    } else {
      plain += plainCharacter(text, at);
      at += 1;
    }
  }
  return plain.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** Also `\i` in braces below an accent with a space: `\v {S}`. */
function accentAt(text: string, at: number): { value: string; end: number } | undefined {
  const found = readTexAccent(text, at);
  if (found !== undefined) return found;
  const spaced = /^(\\[cvuHrkdb]) +(\{)/.exec(text.slice(at, at + 8));
  if (spaced === null) return undefined;
  const skipped = spaced[0].length - spaced[1]!.length - 1;
  const joined = readTexAccent(spaced[1]! + text.slice(at + spaced[0].length - 1, at + 20), 0);
  return joined && { value: joined.value, end: at + joined.end + skipped };
}

function plainCharacter(text: string, at: number): string {
  const character = text[at]!;
  if (character === '{' || character === '}') return '';
  if (character === '~') return ' ';
  if (character !== '\\') return character;
  return /[\s,;]/.test(text[at + 1] ?? '') ? ' ' : '';
}
