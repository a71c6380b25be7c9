/** px */
const gap = 4;
const edge = 8;

/**
 * Puts an open popup under what it belongs to, or over it where there is more room; never outside the window.
 * @param align which of their edges are in line
 */
export function placeBeside(popup: HTMLElement, anchor: Element, align: 'start' | 'end' = 'start'): void {
  const by = anchor.getBoundingClientRect();
  const { width, height } = popup.getBoundingClientRect();
  const below = innerHeight - by.bottom - gap;
  const top = height <= below || below > by.top ? by.bottom + gap : by.top - gap - height;
  const left = align === 'start' ? by.left : by.right - width;
  popup.style.top = `${Math.max(edge, Math.min(top, innerHeight - height - edge))}px`;
  popup.style.left = `${Math.max(edge, Math.min(left, innerWidth - width - edge))}px`;
}
