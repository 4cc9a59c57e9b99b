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

  it.each([
    ['a comment', '<!-- ENDS -->'],
    ['an attribute', '<i title="ENDS"></i>'],
    ['an attribute of an image', '<img alt="ENDS">'],
    ['a declaration', '<!x ENDS'],
    ['an end tag', '</x ENDS>'],
    ['a script', '<script>ENDS</script>'],
    ['a field', '<textarea>ENDS</textarea>'],
    ['a select', '<select>ENDS</select>'],
    ['an object', '<object>ENDS</object>'],
    ['a template', '<template>ENDS</template>'],
    ['a cell', '<table><tr><td>ENDS</td></tr></table>'],
    ['a picture', '<svg><desc>ENDS</desc></svg>'],
    ['a picture that ends too early', '<svg><title></svg>ENDS</title></svg>'],
    ['ends of others', '</i>'.repeat(300)],
  ])('takes none for closed by what stands in %s', (_, around) => {
    const formats = opened(300).replace(
      '</p>',
      `${around.replace('ENDS', '</b>'.repeat(300))}</p>`,
    );
    expect(hasFormattingLeftOpen(formats + '<p>x'.repeat(300))).toBe(true);
  });

  it('takes formatting for closed around all that pages have in it', () => {
    const inner =
      '<!-- x --><img src="a.png" alt=b><br/><a href="/x"><span>y</span></a><ul><li>a<li>b</ul>' +
      '<svg class="c"><path d="M0 0"/><path d="M1 1"></path></svg><script>if (a < b) c();</script>';
    const page = `<!DOCTYPE html><div><p><b>${inner}</b></p><p>text</div>`.repeat(2000);
    expect(hasFormattingLeftOpen(page)).toBe(false);
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

  it('is refused beside more tags than any page has', () => {
    const text = `<!doctype html><main data-target="DailyPapers">${'<p>x'.repeat(300_000)}</main>`;
    expect(problemsOf(() => parseText(text))[0]?.expected).toBe('at most 300,000 tags of HTML');
  });

  it('is refused as a fragment', () => {
    expect(readHtmlFragment(opened(400) + '<p>x'.repeat(400))).toBeNull();
  });
});
