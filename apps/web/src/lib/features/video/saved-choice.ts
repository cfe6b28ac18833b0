/** Choices of the player that this device remembers. Where storage is refused, the usual choice stays. */
export function savedChoice(name: 'captions' | 'speed'): string | null {
  try {
    return localStorage.getItem(`kizuna-film-${name}`);
  } catch {
    return null;
  }
}

/** Keeps a choice on this device. */
export function saveChoice(name: 'captions' | 'speed', value: string): void {
  try {
    localStorage.setItem(`kizuna-film-${name}`, value);
  } catch {
    /* a private window: the choice holds for this page */
  }
}
