import { ESLint } from 'eslint';
import { parse } from 'node-html-parser';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { baselineWidelyBuilt } from '../../eslint.baseline.mjs';
import { findKindsOfPages } from './page-kinds.ts';

/** In every engine since 16 April 2024, so widely available since 16 October 2026. */
const LATER_THAN_THE_PACKAGE = /\(intl-segmenter\)/;
/** Says how to install the site to browsers that do, and nothing to the others. */
const FOR_SOME = /^Attribute 'rel="manifest"'/;

const { folder } = inject('daily');
const linter = new ESLint({
  cwd: folder,
  overrideConfigFile: true,
  overrideConfig: baselineWidelyBuilt,
  allowInlineConfig: false,
  errorOnUnmatchedPattern: false,
  ignore: false,
});

const tell = (results: readonly ESLint.LintResult[]) =>
  results.flatMap(({ filePath, messages }) =>
    messages
      .filter(({ message }) => !LATER_THAN_THE_PACKAGE.test(message) && !FOR_SOME.test(message))
      .map(({ message, line, column }) => `${filePath}:${line}:${column} ${message}`),
  );

describe('what a browser is sent is Baseline widely available:', () => {
  it('styles and scripts', async () => {
    const results = await linter.lintFiles(['_astro/**/*.{css,js}', '*.js', 'pagefind/*.{css,js}']);
    expect(results.length).toBeGreaterThan(3);
    expect(tell(results)).toEqual([]);
  });

  it('elements, attributes, and the scripts and styles written into pages', async () => {
    for (const { kind, path, site } of await findKindsOfPages()) {
      const file = path.replace(/\?.*/, '').replace(/(^|\/)$/, '$1index.html');
      const html = await readFile(join(site.folder, file), 'utf8');
      const root = parse(html);
      const scripts = root
        .querySelectorAll('script:not([src]):not([type$=json])')
        .map((script) => script.text);
      const styles = root
        .querySelectorAll('[style]')
        .map((element) => `a { ${element.getAttribute('style')!} }`);
      const results = [
        ...(await linter.lintText(html, { filePath: 'page.html' })),
        ...(await linter.lintText(scripts.join('\n'), { filePath: 'written.js' })),
        ...(await linter.lintText(styles.join('\n'), { filePath: 'written.css' })),
      ];
      expect(tell(results), kind).toEqual([]);
    }
  });

  it('and what is not would be found', async () => {
    const found = [
      ...(await linter.lintText('a { anchor-name: --x; text-wrap: pretty }', {
        filePath: 'a.css',
      })),
      ...(await linter.lintText('navigator.userAgentData;', { filePath: 'a.js' })),
      ...(await linter.lintText('<p writingsuggestions="false">', { filePath: 'a.html' })),
    ];
    expect(tell(found)).toEqual(
      ['anchor-name', 'text-wrap', 'ua-client-hints', 'writingsuggestions'].map((name) =>
        expect.stringContaining(name),
      ),
    );
  });
});
