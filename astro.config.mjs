// The part of Astro's configuration that is the same in every build; `scripts/render-pages.ts` adds
// the address, the folders and what depends on them.
import { defineConfig } from 'astro/config';

/**
 * Vite's helper, which loads a script's imports and styles early, would be half of all script on a paper's
 * page. Scripts loaded on demand may thus import no style: the page does.
 */
const plainDynamicImports = {
  name: 'plain-dynamic-imports',
  enforce: 'pre',
  load: (id) =>
    id === '\0vite/preload-helper.js'
      ? 'export const __vitePreload = (load) => load();'
      : undefined,
};

export default defineConfig({
  output: 'static',
  // Not 'jsx', the default: it drops the space where a sentence breaks its line.
  compressHTML: true,
  trailingSlash: 'always',
  build: { concurrency: 16, format: 'directory', inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  prefetch: false,
  // Scripts as files: loaded once, and not again within each of thousands of pages.
  vite: { plugins: [plainDynamicImports], build: { assetsInlineLimit: 0 } },
});
