import type { CaptionCue } from '@kizuna/shared/contracts/video';

/** After seeking to a cue, the position may be slightly before its start. */
const roundingMs = 50;

/** Formats milliseconds as 「2:05」. */
export function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Index of the last cue that has begun at this position; -1 before the first cue. */
export function cueAt(cues: readonly CaptionCue[], positionMs: number): number {
  const later = cues.findIndex((cue) => cue.fromMs > positionMs + roundingMs);
  return later < 0 ? cues.length - 1 : later - 1;
}
