// `/` puts the cursor into the search box, from any page.
document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
  const target = event.target;
  if (target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]'))
    return;
  const box = document.querySelector<HTMLInputElement>(
    'main input[type=search], header input[type=search]',
  );
  if (!box) return;
  event.preventDefault();
  box.focus();
  box.select();
});
