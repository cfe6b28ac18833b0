import { captionText, type Cue } from './captions.js';

/** The minimum duration of a caption after an edit, in milliseconds. */
export const shortestCueMs = 100;
/** How long a new caption is shown if the gap is long enough, in milliseconds. */
const usualCueMs = 2_500;

/** Clamps a time to the length of the film. @param durationMs null if the length is not known */
function inside(ms: number, durationMs: number | null): number {
  return Math.round(Math.min(Math.max(0, ms), durationMs ?? Infinity));
}

/** Moves the start of a caption; the end moves too if it would come before the start. */
export function startedAt<C extends Cue>(cue: C, ms: number, durationMs: number | null): C {
  const fromMs = inside(ms, durationMs === null ? null : durationMs - shortestCueMs);
  const toMs =
    cue.toMs - fromMs >= shortestCueMs ? cue.toMs : fromMs + Math.max(shortestCueMs, cue.toMs - cue.fromMs);
  return { ...cue, fromMs, toMs: inside(toMs, durationMs) };
}

/** Moves the end of a caption, but never before its start. */
export function endedAt<C extends Cue>(cue: C, ms: number, durationMs: number | null): C {
  return { ...cue, toMs: Math.max(inside(ms, durationMs), cue.fromMs + shortestCueMs) };
}

/**
 * Splits a caption in two: at the playback position if that is inside the caption, and at the text cursor.
 * @param atMs playback position in the film
 * @param letter offset in the text; at either end of it, the text is split in the same proportion as the time
 */
export function splitCue(cue: Cue, atMs: number, letter: number): [Cue, Cue] {
  const { fromMs, toMs, text } = cue;
  const isInside = atMs >= fromMs + shortestCueMs && atMs <= toMs - shortestCueMs;
  const part = letter > 0 && letter < text.length ? letter / text.length : 0.5;
  const cut = isInside ? Math.round(atMs) : Math.round(fromMs + (toMs - fromMs) * part);
  const at = letter > 0 && letter < text.length ? letter : placeToCut(text, (cut - fromMs) / (toMs - fromMs));
  return [
    { fromMs, toMs: cut, text: captionText(text.slice(0, at)) },
    { fromMs: cut, toMs, text: captionText(text.slice(at)) },
  ];
}

/** Merges two captions into one, from the start of the first to the later of the two ends. */
export function mergeCues(first: Cue, second: Cue): Cue {
  return {
    fromMs: Math.min(first.fromMs, second.fromMs),
    toMs: Math.max(first.toMs, second.toMs),
    text: captionText(`${first.text}\n${second.text}`),
  };
}

/** An empty caption at the playback position, after any caption shown there and no longer than the gap. */
export function newCueAt(cues: readonly Cue[], atMs: number, durationMs: number | null): Cue {
  const shown = cues.filter((cue) => cue.fromMs <= atMs && cue.toMs > atMs);
  const start = Math.max(atMs, ...shown.map((cue) => cue.toMs));
  const fromMs = inside(start, durationMs === null ? null : durationMs - shortestCueMs);
  const next = Math.min(Infinity, ...cues.filter((cue) => cue.fromMs > fromMs).map((cue) => cue.fromMs));
  const toMs = inside(Math.min(fromMs + usualCueMs, next), durationMs);
  return { fromMs, toMs: Math.max(toMs, fromMs + shortestCueMs), text: '' };
}

/**
 * A line break or punctuation mark near the wanted share of the text, otherwise the share itself; never inside a
 * character.
 */
function placeToCut(text: string, share: number): number {
  const wanted = text.length * share;
  const places = [...text.matchAll(/[\n、。!?!?]/g)].map((found) => found.index + 1);
  const inner = places.filter((place) => place < text.length);
  const best = inner.toSorted((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))[0];
  const place = best ?? Math.round(wanted);
  return /[\uDC00-\uDFFF]/.test(text[place] ?? '') ? place + 1 : place;
}
