// On every page: `/`, Ctrl-K and the link in the header open the search. The dialog is loaded then; where
// that fails, and on the search page itself, there is the page.
const link = document.querySelector<HTMLAnchorElement>('.search-link');

document.addEventListener('keydown', (event) => {
  const isShortcut =
    event.key === '/'
      ? !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target)
      : event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey;
  if (!isShortcut) return;
  event.preventDefault();
  void open();
});
link?.addEventListener('click', (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  void open();
});

async function open(): Promise<void> {
  if (!link) {
    document.querySelector<HTMLInputElement>('#search-input')?.select();
    return;
  }
  try {
    (await import('./search-dialog.ts')).openDialog(link.href);
  } catch {
    location.href = link.href;
  }
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]')
  );
}
