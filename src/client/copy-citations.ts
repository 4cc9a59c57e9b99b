// Buttons that copy the citation before them. Without a clipboard the texts can be marked by hand.
const SHOWN_MS = 2000;

// Absent where the page came over plain HTTP.
const clipboard = navigator.clipboard as Clipboard | undefined;
const announcement = document.querySelector('.citations [role=status]');

for (const button of document.querySelectorAll<HTMLElement>('.citations .copy')) {
  const label = button.innerHTML;
  button.hidden = clipboard === undefined;
  const show = (html: string, told: string) => {
    button.innerHTML = html;
    if (announcement) announcement.textContent = told;
  };
  button.addEventListener('click', async () => {
    const text = button.previousElementSibling?.textContent ?? '';
    const told = await clipboard?.writeText(text).then(
      () => 'Copied',
      () => 'Not allowed',
    );
    show(told ?? '', told ?? '');
    setTimeout(() => {
      show(label, '');
    }, SHOWN_MS);
  });
}
