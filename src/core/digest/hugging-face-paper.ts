import type { DigestShape } from './digest.ts';
import { DigestError } from './digest-error.ts';
import { readPaperPage } from './hugging-face-paper-page.ts';
import { markdownProblem, readMarkdownRows } from './markdown-rows.ts';
import type { PageRow } from './page-row.ts';

const SAMPLE = 20_000;
/** Characters: a page with all its comments has far fewer. */
const LONGEST_PAGE = 1_000_000;

/** The text of one paper's page on Hugging Face. */
export const huggingFacePaper: DigestShape = {
  name: 'hugging-face-paper',
  source: 'Hugging Face Papers',
  looksLike:
    'one paper’s page on huggingface.co: “arxiv:2407.13168”, title, “Authors:”, “Abstract”',
  detect(text) {
    const sample = text.slice(0, SAMPLE);
    if (/^\s*</.test(sample)) return 0;
    const hasId = /^(?:Papers\s+|\[Papers\]\([^()\s]{1,200}\)\s*)?arxiv: ?\d{4}\.\d{4,5}/im.test(
      sample,
    );
    const hasParts = /^Authors:/m.test(sample) && /^(?:#{1,4} )?Abstract[ \t\r]*$/m.test(sample);
    return hasId && hasParts ? 0.97 : 0;
  },
  parse(text, notes) {
    const isMarkdown = /\]\(https?:\/\//.test(text.slice(0, SAMPLE));
    const problem = isMarkdown ? markdownProblem(text) : null;
    if (problem) throw new DigestError([problem]);
    if (text.length > LONGEST_PAGE) {
      throw new DigestError([
        {
          line: 1,
          expected: `at most ${LONGEST_PAGE.toLocaleString('en')} characters of one paper’s page`,
          got: text.length.toLocaleString('en'),
          advice: 'Cut the file below the abstract.',
        },
      ]);
    }
    const rows = isMarkdown ? readMarkdownRows(text) : readTextRows(text);
    return readPaperPage(rows, this.name, notes);
  },
};

function readTextRows(text: string): PageRow[] {
  return text.split(/\r\n|\n|\r/).map((content, index) => {
    const hashes = /^#{1,6}(?= )/.exec(content)?.[0].length ?? 0;
    const line = index + 1;
    const spans = [{ text: content.slice(hashes), href: null }];
    return { line, endLine: line, isIndented: false, depth: hashes, block: index, spans };
  });
}
