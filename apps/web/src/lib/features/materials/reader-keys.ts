/** The button or link that a key triggers while reading, or null. Typing in a field is not affected. */
export function readerTarget(event: KeyboardEvent): HTMLElement | null {
  const on = event.target as HTMLElement | null;
  const typing = on?.closest('input, textarea, select, [contenteditable], [data-scrolls]');
  if (typing || event.altKey || event.ctrlKey || event.metaKey) return null;
  const names: Record<string, string> = {
    ArrowRight: '[data-turn="next"]',
    ArrowLeft: '[data-turn="previous"]',
    '+': '[data-zoom-by="1"]',
    '-': '[data-zoom-by="-1"]',
  };
  const name = names[event.key];
  return name ? document.querySelector<HTMLElement>(name) : null;
}
