// What is folded on the screen is printed, less the citations, which are for other programs.
let opened: HTMLDetailsElement[] = [];

addEventListener('beforeprint', () => {
  const folded = document.querySelectorAll<HTMLDetailsElement>('main details:not([open])');
  opened = [...folded].filter((details) => !details.closest('.citations'));
  for (const details of opened) details.open = true;
});
addEventListener('afterprint', () => {
  for (const details of opened) details.open = false;
});
