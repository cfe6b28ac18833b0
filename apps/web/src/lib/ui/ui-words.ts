import { getContext, setContext } from 'svelte';
import type { PrimitiveWords } from '#lib/i18n/messages/frame-words.ts';
import { ui } from '#lib/i18n/messages/ja/ui.ts';

const key = Symbol('words of primitives');

/** A frame says here which words its primitives use. */
export function setUiWords(words: () => PrimitiveWords | undefined): void {
  setContext(key, words);
}

/** The words of the frame around, Japanese where it says nothing. */
export function uiWords(): () => PrimitiveWords {
  const words = getContext<(() => PrimitiveWords | undefined) | undefined>(key);
  return () => words?.() ?? ui;
}
