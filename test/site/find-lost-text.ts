/**
 * Runs in a page: where text cannot be read, as `what: text`. It is cut off where a box that does not
 * scroll ends before it, beside the page where it begins or ends outside of the window, and overlaid
 * where another text lies on it. Drawings are left out.
 */
export function findLostText(): string[] {
  const found = new Set<string>();
  const lines: { text: Text; box: DOMRect }[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node as Text;
    if (isRead(text)) for (const box of boxesOf(text)) lines.push({ text, box });
  }
  for (const { text, box } of lines) {
    if (isCutOff(text.parentElement, box)) report('cut off', text);
    const isBeside = box.left < -1 || box.right > document.documentElement.clientWidth + 1;
    if (isBeside && !scrolls(text.parentElement)) report('beside the page', text);
  }
  lines.sort((a, b) => a.box.top - b.box.top);
  for (const [index, { text, box }] of lines.entries()) {
    for (let next = index + 1; (lines[next]?.box.top ?? Infinity) < box.bottom; next++) {
      const other = lines[next]!;
      if (other.text !== text && overlap(box, other.box)) report('overlaid', text, other.text);
    }
  }
  return [...found];

  function report(what: string, ...texts: Text[]): void {
    found.add(`${what}: ${texts.map(({ data }) => data.trim().slice(0, 60)).join(' / ')}`);
  }

  function isRead({ data, parentElement: parent }: Text): boolean {
    if (data.trim() === '' || parent === null) return false;
    if (parent.closest('svg, script, style, noscript, option') !== null) return false;
    if (!parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
    // What only a screen reader reads is in a box of one pixel.
    for (let element: Element | null = parent; element !== null; element = element.parentElement) {
      const { width, height } = element.getBoundingClientRect();
      const isClipped = getComputedStyle(element).overflow !== 'visible';
      if (isClipped && (width <= 1 || height <= 1)) return false;
    }
    return true;
  }

  function boxesOf(text: Text): DOMRect[] {
    const range = document.createRange();
    range.selectNodeContents(text);
    return [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);
  }

  function isCutOff(element: Element | null, box: DOMRect): boolean {
    for (let above = element; above && above !== document.body; above = above.parentElement) {
      const { overflowX, overflowY, display } = getComputedStyle(above);
      if (display === 'inline') continue;
      const frame = above.getBoundingClientRect();
      const cutsX = overflowX === 'hidden' || overflowX === 'clip';
      const cutsY = overflowY === 'hidden' || overflowY === 'clip';
      if (cutsX && (box.left < frame.left - 1 || box.right > frame.right + 1)) return true;
      // The box of a line is higher than its letters.
      const slack = box.height / 4;
      if (cutsY && (box.top < frame.top - slack || box.bottom > frame.bottom + slack)) return true;
      if (overflowX === 'auto' || overflowX === 'scroll') return false;
    }
    return false;
  }

  function scrolls(element: Element | null): boolean {
    for (let above = element; above && above !== document.body; above = above.parentElement) {
      if (/auto|scroll/.test(getComputedStyle(above).overflowX)) return true;
    }
    return false;
  }

  function overlap(a: DOMRect, b: DOMRect): boolean {
    const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    return width > 3 && height > Math.min(a.height, b.height) * 0.4;
  }
}
