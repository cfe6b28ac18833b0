import { getContext, setContext } from 'svelte';
import type { PrimitiveWords } from '#lib/i18n/messages/frame-words.ts';
import { ui } from '#lib/i18n/messages/ja/ui.ts';

const key = Symbol('words of primitives');

/** Sets the texts of the primitives inside the current component; called by a frame. */
export function setUiWords(words: () => PrimitiveWords | undefined): void {
  setContext(key, words);
}

/** The texts set by the surrounding frame, or the Japanese ones. */
export function uiWords(): () => PrimitiveWords {
  const words = getContext<(() => PrimitiveWords | undefined) | undefined>(key);
  return () => words?.() ?? ui;
}
