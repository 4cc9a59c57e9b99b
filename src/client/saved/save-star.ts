// On every page that lists papers: the least that shows stars. What they do is loaded at the first click.
import { isSaved, SAVED_CHANGE } from './saved-key.ts';

const STAR =
  '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="m12 3 2.8 5.9 6.4.8-4.7 4.4 1.2 6.4L12 17.4l-5.7 3.1 1.2-6.4-4.7-4.4 6.4-.8z"/></svg>';

/**
 * `<save-star paper="ID" label="TITLE">`: empty, and thus nothing, without JavaScript; with `details` on
 * the paper's own page.
 */
class SaveStar extends HTMLElement {
  #hasTools = false;

  connectedCallback(): void {
    if (this.firstChild) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.ariaLabel = `Save ${this.getAttribute('label') ?? ''}`;
    button.innerHTML = STAR;
    if (this.hasAttribute('details')) button.append('Save');
    button.onclick = () => void this.toggle();
    this.append(button);
    this.show();
  }

  get paper(): string {
    return this.getAttribute('paper') ?? '';
  }

  show(): void {
    const saved = isSaved(this.paper);
    this.firstElementChild?.setAttribute('aria-pressed', String(saved));
    // Nothing more is loaded on the page of a paper that was never saved.
    this.#hasTools ||= saved && this.hasAttribute('details');
    if (this.#hasTools)
      void import('./page-tools.ts').then((tools) => tools.showTools(this, this.paper));
  }

  async toggle(): Promise<void> {
    try {
      const { toggleSaved } = await import('./toggle-saved.ts');
      toggleSaved(this.paper, this.getAttribute('label') ?? this.paper);
    } catch {
      // Offline, or the site was built anew since the page was loaded.
      const problem = document.createElement('span');
      problem.role = 'alert';
      problem.textContent = 'Load the page anew to save.';
      this.append(problem);
    }
  }
}

function showAll(): void {
  for (const star of document.querySelectorAll<SaveStar>('save-star')) star.show();
}

customElements.define('save-star', SaveStar);
addEventListener('storage', showAll);
document.addEventListener(SAVED_CHANGE, showAll);
