import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hasFormattingLeftOpen } from '../../../src/core/digest/html-excess.ts';
import { readHtmlFragment } from '../../../src/core/digest/html-fragment.ts';
import { parseText, problemsOf } from './seeds.ts';

const opened = (count: number) =>
  `<p>${Array.from({ length: count }, (_, at) => `<b a${at}>`).join('')}</p>`;

describe('hasFormattingLeftOpen(source)', () => {
  it('finds elements that every paragraph below would open again', () => {
    expect(hasFormattingLeftOpen(opened(300) + '<p>x'.repeat(300))).toBe(true);
    expect(hasFormattingLeftOpen('<p><i><b><u><em>'.repeat(100))).toBe(true);
  });

  it('lets formatting pass that is closed, and a few elements that are not', () => {
    const closed = '<p><b>A <i class="x">study</i></b> of <code>b</code><br></p>'.repeat(50_000);
    expect(hasFormattingLeftOpen(closed)).toBe(false);
    const text = '<div class="entry"><p>Some words of an abstract.</p></div>'.repeat(1000);
    expect(hasFormattingLeftOpen(`${opened(5)}${text}`)).toBe(false);
  });

  it('takes no other tags, nor signs of less, for formatting', () => {
    expect(hasFormattingLeftOpen('<div><span>'.repeat(10_000))).toBe(false);
    expect(hasFormattingLeftOpen('if (a<b && i<s) x</b>;'.repeat(10_000))).toBe(false);
  });
});

describe('HTML with formatting left open', () => {
  it('is refused as a page, with what to do', () => {
    const page = readFileSync(new URL('fixtures/hard-html.txt', import.meta.url), 'utf8');
    const text = page.replace('</body>', `${opened(300)}${'<p>x'.repeat(50_000)}</body>`);
    expect(text.length).toBeGreaterThan(page.length);
    expect(problemsOf(() => parseText(text))).toMatchObject([
      { line: 1, got: 'many tags such as <b> that nothing closes' },
    ]);
  });

  it('is refused as a fragment', () => {
    expect(readHtmlFragment(opened(400) + '<p>x'.repeat(400))).toBeNull();
  });
});
