/** captions: a language or `off`; speed: a rate; saver: `on` or `off`. */
type Choice = 'captions' | 'speed' | 'saver';

/** Choices of the player that this device remembers. Where storage is refused, the usual choice stays. */
export function savedChoice(name: Choice): string | null {
  try {
    return localStorage.getItem(`kizuna-film-${name}`);
  } catch {
    return null;
  }
}

/** Keeps a choice on this device. */
export function saveChoice(name: Choice, value: string): void {
  try {
    localStorage.setItem(`kizuna-film-${name}`, value);
  } catch {
    /* a private window: the choice holds for this page */
  }
}

/** Whether little data is to be used: as chosen here, else as the device says of itself. */
export function savesData(): boolean {
  const chosen = savedChoice('saver');
  if (chosen !== null) return chosen === 'on';
  return (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
}
