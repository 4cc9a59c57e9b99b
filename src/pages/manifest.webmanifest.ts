import { href, site } from '../load-site-data.ts';
import { pagePath } from '../page-paths.ts';

const png = (name: string, size: number, purpose: string) => ({
  src: href(`${name}.png`),
  sizes: `${size}x${size}`,
  type: 'image/png',
  purpose,
});

const manifest = {
  name: site.title,
  ...(site.description !== '' && { description: site.description }),
  lang: site.language,
  id: site.base,
  start_url: href(pagePath.home()),
  scope: site.base,
  display: 'minimal-ui',
  // Those of paper in the light theme.
  theme_color: '#fdfcf9',
  background_color: '#fdfcf9',
  icons: [
    { src: href('favicon.svg'), sizes: 'any', type: 'image/svg+xml' },
    png('icon-192', 192, 'any'),
    png('icon-512', 512, 'any'),
    png('icon-maskable-512', 512, 'maskable'),
  ],
  shortcuts: [
    { name: 'Saved papers', url: href(pagePath.saved()) },
    { name: 'New since your last visit', url: href(pagePath.newSince()) },
  ],
};

export const GET = () =>
  new Response(JSON.stringify(manifest), {
    headers: { 'content-type': 'application/manifest+json' },
  });
