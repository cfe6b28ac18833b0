/** captions: a language or `off`; speed: a rate; saver: `on` or `off`. */
type Choice = 'captions' | 'speed' | 'saver';

/** A player setting remembered on this device; null if there is none or storage is refused. */
export function savedChoice(name: Choice): string | null {
  try {
    return localStorage.getItem(`kizuna-film-${name}`);
  } catch {
    return null;
  }
}

/** Stores a setting on this device. */
export function saveChoice(name: Choice, value: string): void {
  try {
    localStorage.setItem(`kizuna-film-${name}`, value);
  } catch {
    /* a private window: the setting lasts as long as the page */
  }
}

/** Whether to save data: as chosen here, otherwise as the device is configured. */
export function savesData(): boolean {
  const chosen = savedChoice('saver');
  if (chosen !== null) return chosen === 'on';
  return (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
}
