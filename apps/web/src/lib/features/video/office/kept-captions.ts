import type { Cue } from '@kizuna/shared/rules/captions';

/** Unsaved caption edits, as stored in this browser. */
export interface KeptCaptions {
  /** the revision that the edit is based on */
  revision: number;
  cues: Cue[];
  /** instant of the last change */
  editedAt: string;
}

const place = (videoId: string, language: string) => `kizuna-captions:${videoId}:${language}`;

/** The unsaved edit of a track in this browser; null if there is none. */
export function keptCaptions(videoId: string, language: string): KeptCaptions | null {
  try {
    return JSON.parse(localStorage.getItem(place(videoId, language)) ?? 'null') as KeptCaptions | null;
  } catch {
    return null;
  }
}

/**
 * Stores an edit until it is saved on the server; null removes it. If the browser refuses storage, the edit lasts as
 * long as the page.
 */
export function keepCaptions(videoId: string, language: string, kept: KeptCaptions | null): void {
  try {
    if (kept) localStorage.setItem(place(videoId, language), JSON.stringify(kept));
    else localStorage.removeItem(place(videoId, language));
  } catch {
    /* nothing else to do */
  }
}
