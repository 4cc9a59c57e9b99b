import { element } from '../element.ts';
import { completeMissing } from './complete-missing.ts';
import { importFile, ImportError, type ImportReport } from './import-saved.ts';
import { keepSavedPages } from './keep-saved-pages.ts';
import type { SavedPaper } from './saved-paper.ts';
import { StorageError } from './saved-store.ts';
import { shareLink } from './share-link.ts';
import { showToast } from './toast.ts';

/** So many titles of unknown references are listed. */
const MOST_NAMED = 50;

const input = element<HTMLInputElement>('#saved-import');
const report = element<HTMLElement>('#saved-import-report');

/** Makes the buttons of export and sharing work on the papers that are shown, and the import on all. */
export function prepareTransfer(shown: () => readonly SavedPaper[]): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-export]')) {
    button.addEventListener('click', () => void download(shown(), button.dataset['export']!));
  }
  element('#saved-share').addEventListener('click', () => void share(shown()));
  input.addEventListener('change', () => void readFile());
}

async function download(papers: readonly SavedPaper[], format: string): Promise<void> {
  const { exportSaved } = await import('./export-saved.ts');
  const { name, type, text } = exportSaved(papers, format, location.origin);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  // The browser takes its time to begin.
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 60_000);
}

async function share(papers: readonly SavedPaper[]): Promise<void> {
  const text = element<HTMLInputElement>('#saved-link-text');
  text.value = shareLink(
    location.href.replace(/#.*$/, ''),
    papers.map(({ id }) => id),
  );
  element<HTMLElement>('#saved-link').hidden = false;
  text.select();

  const clipboard = navigator.clipboard as Clipboard | undefined;
  const isCopied = await clipboard?.writeText(text.value).then(
    () => true,
    () => false,
  );
  showToast(isCopied ? 'The link is copied.' : 'Copy the link from the box.');
}

async function readFile(): Promise<void> {
  const [file] = input.files ?? [];
  if (!file) return;
  report.textContent = 'Reading …';
  try {
    describe(await importFile(file, new Date()));
    keepSavedPages();
    await completeMissing();
  } catch (error) {
    const isForReader = error instanceof ImportError || error instanceof StorageError;
    report.textContent = isForReader
      ? error.message
      : 'The papers of the file could not be looked up. Check the connection and try again.';
  } finally {
    // The same file may be chosen once more.
    input.value = '';
  }
}

function describe({ found, changed, unknown }: ImportReport): void {
  const papers = (count: number) => `${count} ${count === 1 ? 'paper' : 'papers'}`;
  const known = `${papers(found)} read, ${changed === 0 ? 'none' : changed} of them new or with something new.`;
  report.replaceChildren(known);
  if (unknown.length === 0) return;
  const list = document.createElement('ul');
  const named = unknown.slice(0, MOST_NAMED);
  const rest = unknown.length - named.length;
  for (const title of rest > 0 ? [...named, `and ${rest} more`] : named) {
    const item = document.createElement('li');
    item.textContent = title;
    list.append(item);
  }
  report.append(` This collection does not have ${papers(unknown.length)}:`, list);
}
