import { oneLine } from './field-text.ts';

/** Elements that only style a text; publishers leave them in titles and abstracts. */
const STYLING =
  /<\/?(?:jats:)?(?:i|b|u|em|strong|italic|bold|sc|scp|tt|code|span|small|p|sec|br|inline-formula|title)(?:\s[^<>]{0,200})?\/?>/gi;
const HEADING = /^\s*<(?:jats:)?title>\s*abstract\s*<\/(?:jats:)?title>/i;
const SCRIPT = /<(sub|sup)>([\w+\-−]{1,20})<\/\1>/gi;
const ENTITY = /&(?:(amp|lt|gt|quot|apos|nbsp)|#(\d{1,7})|#x([0-9a-f]{1,6}));/gi;
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/**
 * A text in one line: wrapped lines joined, entities decoded, elements that only style it removed and
 * `<sub>2</sub>` as TeX. TeX itself stays as written.
 */
export function stripMarkup(text: string): string {
  const plain = text.includes('<') || text.includes('&') ? withoutElements(text) : text;
  return oneLine(plain) ?? '';
}

function withoutElements(text: string): string {
  return text
    .replace(HEADING, '')
    .replace(SCRIPT, (_, name: string, inner: string) =>
      name.toLowerCase() === 'sub' ? `$_{${inner}}$` : `$^{${inner}}$`,
    )
    .replace(STYLING, (tag) => (/^<\/?(?:jats:)?(?:p|sec|br|title)\b/i.test(tag) ? ' ' : ''))
    .replace(ENTITY, (whole, name?: string, decimal?: string, hexadecimal?: string) => {
      if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
      const code = decimal === undefined ? parseInt(hexadecimal!, 16) : Number(decimal);
      return code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)
        ? whole
        : String.fromCodePoint(code);
    });
}
