import type { APIRoute } from 'astro';
import { hasKatex, type KatexFile, katexFiles } from '../../paper/katex-files.ts';
import { papers } from '../../load-site-data.ts';

/** Nothing where no page needs it. */
export function getStaticPaths() {
  const files = papers.some(hasKatex) ? katexFiles() : [];
  return files.map((file) => ({ params: { file: file.name }, props: { file } }));
}

export const GET: APIRoute<{ file: KatexFile }> = ({ props: { file } }) =>
  new Response(file.read(), { headers: { 'content-type': file.type } });
