import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../src/core/markdown.ts';

describe('renderMarkdown(source)', () => {
  it('gives HTML and plain text', () => {
    expect(renderMarkdown('Papers on *learning* & [more](https://example.org).')).toEqual({
      html: '<p>Papers on <em>learning</em> &#x26; <a href="https://example.org" rel="noopener">more</a>.</p>',
      text: 'Papers on learning & more.',
    });
  });

  it('lets no script through', () => {
    const source =
      'A <script>alert(1)</script> [b](javascript:alert(2)) <img src=x onerror=alert(3)>';
    const { html } = renderMarkdown(source);
    expect(html).not.toContain('<script');
    expect(html).not.toContain('javascript:');
    expect(html).not.toContain('onerror');
  });

  it.each(['https://example.org/a', 'http://example.org', 'mailto:a@example.org', '//example.org'])(
    'lets a link to %s out of the site, without a hold on the page that it leaves',
    (address) => {
      const written = [`[a](${address})`, `[a][b]\n\n[b]: ${address} "c"`];
      for (const { html } of written.map(renderMarkdown)) {
        expect(html).toMatch(
          new RegExp(`<a href="${address}" rel="noopener"(?: title="c")?>a</a>`),
        );
      }
    },
  );

  it('makes no link of an address with another scheme', () => {
    const schemes = ['javascript', 'JaVaScRipt', '&#106;avascript', 'vbscript', 'data', 'file'];
    for (const scheme of [...schemes, 'irc', 'xmpp', 'ftp', 'blob', 'intent']) {
      expect(renderMarkdown(`[a](${scheme}:b) [c][d]\n\n[d]: ${scheme}:e`).html).toBe(
        '<p><a>a</a> <a>c</a></p>',
      );
    }
  });

  it('keeps a link within the site as it is', () => {
    expect(renderMarkdown('[a](../b/) [c](#d)').html).toBe(
      '<p><a href="../b/">a</a> <a href="#d">c</a></p>',
    );
  });

  it.each([
    ['# A\n\ntext\n\n## B', '<h2>A</h2>\n<p>text</p>\n<h3>B</h3>'],
    ['### A\n\n#### B', '<h2>A</h2>\n<h3>B</h3>'],
    ['# A\n\n###### B', '<h2>A</h2>\n<h6>B</h6>'],
    ['> # A', '<blockquote>\n<h2>A</h2>\n</blockquote>'],
    ['A\n=\n\nB\n-', '<h2>A</h2>\n<h3>B</h3>'],
  ])('begins headings at the second level, without ids: %j', (source, html) => {
    expect(renderMarkdown(source).html).toBe(html);
  });

  it('of nothing is nothing', () => {
    expect(renderMarkdown('')).toEqual({ html: '', text: '' });
  });
});

describe('renderMarkdown(source) of markup', () => {
  it('has it neither in the HTML nor in the text', () => {
    const { html, text } = renderMarkdown('Papers <script>alert(1)</script> on **trees**');
    expect(html + text).not.toMatch(/<script|<\/script/);
    expect(text).toContain('on trees');
  });
});
