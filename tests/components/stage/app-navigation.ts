import { onMount } from 'svelte';

/** Replaces SvelteKit's `$app/navigation`: notes where a component wanted to go, and stays. */
export function goto(address: string): Promise<void> {
  document.documentElement.dataset.wentTo = address;
  return Promise.resolve();
}

/** Counts how often a component asked for new data. */
export function invalidateAll(): Promise<void> {
  const { asked = '0' } = document.documentElement.dataset;
  document.documentElement.dataset.asked = String(Number(asked) + 1);
  return Promise.resolve();
}

/** A component on the stage is opened by its address, as a page that is loaded anew. */
export function afterNavigate(callback: (navigation: { type: 'enter' }) => void): void {
  onMount(() => callback({ type: 'enter' }));
}
