import type { Cue } from '@kizuna/shared/rules/captions';

/** Captions that were edited and not saved, as this browser keeps them. */
export interface KeptCaptions {
  /** the revision on which the edit was begun */
  revision: number;
  cues: Cue[];
  /** instant of the last change */
  editedAt: string;
}

const place = (videoId: string, language: string) => `kizuna-captions:${videoId}:${language}`;

/** The unsaved edit of a track on this browser; null where there is none. */
export function keptCaptions(videoId: string, language: string): KeptCaptions | null {
  try {
    return JSON.parse(localStorage.getItem(place(videoId, language)) ?? 'null') as KeptCaptions | null;
  } catch {
    return null;
  }
}

/** Keeps an edit until it is saved; null forgets it. Where storage is refused, it lasts as long as the page. */
export function keepCaptions(videoId: string, language: string, kept: KeptCaptions | null): void {
  try {
    if (kept) localStorage.setItem(place(videoId, language), JSON.stringify(kept));
    else localStorage.removeItem(place(videoId, language));
  } catch {
    /* nothing else to do */
  }
}
