// The part of Astro's configuration that is the same in every build; `scripts/render-pages.ts` adds
// the address, the folders and what depends on them.
import { defineConfig } from 'astro/config';

export default defineConfig({
  output: 'static',
  // Not 'jsx', the default: it drops the space where a sentence breaks its line.
  compressHTML: true,
  trailingSlash: 'always',
  build: { concurrency: 16, format: 'directory', inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  prefetch: false,
});
