/** Lets arrow keys go from the box to the results, through them, and back. */
export function walkResults(box: HTMLInputElement, list: HTMLElement): void {
  const titles = () => [...list.querySelectorAll<HTMLElement>('.paper-title')];
  const go = (event: KeyboardEvent, target: HTMLElement | undefined) => {
    if (!target) return;
    event.preventDefault();
    target.focus();
    target.scrollIntoView({ block: 'nearest' });
  };
  box.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown') go(event, titles()[0]);
  });
  list.addEventListener('keydown', (event) => {
    const all = titles();
    const at = all.indexOf(event.target as HTMLElement);
    if (at < 0) return;
    if (event.key === 'ArrowDown') go(event, all[at + 1]);
    if (event.key === 'ArrowUp') go(event, all[at - 1] ?? box);
    if (event.key === 'Home') go(event, all[0]);
    if (event.key === 'End') go(event, all.at(-1));
  });
}
