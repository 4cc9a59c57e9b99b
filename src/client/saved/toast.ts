/** What a short message offers to do. */
export interface ToastAction {
  readonly label: string;
  readonly run: () => void;
}

const SHOWN_MS = 10_000;

let region: HTMLElement | null = null;
let hiding: ReturnType<typeof setTimeout> | undefined;

/** Says something at the foot of the window, for some seconds, with a link or a button where given. */
export function showToast(message: string, action?: ToastAction | HTMLAnchorElement): void {
  region ??= createRegion();
  // Beside an open dialog nothing can be reached.
  const place = document.querySelector('dialog[open]') ?? document.body;
  if (region.parentElement !== place) place.append(region);
  region.replaceChildren(message);
  if (action instanceof HTMLAnchorElement) region.append(' ', action);
  else if (action) region.append(' ', buttonOf(action));
  clearTimeout(hiding);
  hiding = setTimeout(hide, SHOWN_MS);
}

function hide(): void {
  // Whoever is at its button, or points at it, still reads it.
  if (region?.matches(':focus-within, :hover')) hiding = setTimeout(hide, SHOWN_MS);
  else region?.replaceChildren();
}

function createRegion(): HTMLElement {
  const made = document.createElement('div');
  made.className = 'toast';
  made.role = 'status';
  return made;
}

function buttonOf({ label, run }: ToastAction): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = label;
  button.addEventListener('click', () => {
    region?.replaceChildren();
    run();
  });
  return button;
}
