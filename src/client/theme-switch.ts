// The switch between light and dark. What the reader chose is put on the page by a line in its head,
// before anything is drawn.
const KEY = 'sheaf-theme';
const root = document.documentElement;
const button = document.querySelector<HTMLButtonElement>('.theme-switch');
const system = matchMedia('(prefers-color-scheme: dark)');

const isDark = () => (root.dataset['theme'] ?? (system.matches ? 'dark' : 'light')) === 'dark';
const show = () => button?.setAttribute('aria-pressed', String(isDark()));

button?.addEventListener('click', () => {
  const theme = isDark() ? 'light' : 'dark';
  // Who comes back to the system's colours follows the system from then on.
  const isSystems = (theme === 'dark') === system.matches;
  if (isSystems) delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
  try {
    if (isSystems) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // Without storage the choice holds for this page alone.
  }
  show();
});
system.addEventListener('change', show);
if (button) button.hidden = false;
show();
