import type { CaptionCue } from '@kizuna/shared/contracts/video';

/** A film that was sent to a cue may stand a little before it. */
const roundingMs = 50;

/** 「2:05」 from milliseconds. */
export function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Index of the last cue that has begun at this position; -1 before the first. */
export function cueAt(cues: readonly CaptionCue[], positionMs: number): number {
  const later = cues.findIndex((cue) => cue.fromMs > positionMs + roundingMs);
  return later < 0 ? cues.length - 1 : later - 1;
}
