import { captionText, type Cue } from './captions.js';

/** The shortest caption that an edit leaves, in milliseconds. */
export const shortestCueMs = 100;
/** How long a new caption is shown where there is room. */
const usualCueMs = 2_500;

/** Keeps a time inside the film. @param durationMs null where the length is not known */
function inside(ms: number, durationMs: number | null): number {
  return Math.round(Math.min(Math.max(0, ms), durationMs ?? Infinity));
}

/** The caption begun at another time; its end moves along where it would come before. */
export function startedAt<C extends Cue>(cue: C, ms: number, durationMs: number | null): C {
  const fromMs = inside(ms, durationMs === null ? null : durationMs - shortestCueMs);
  const toMs =
    cue.toMs - fromMs >= shortestCueMs ? cue.toMs : fromMs + Math.max(shortestCueMs, cue.toMs - cue.fromMs);
  return { ...cue, fromMs, toMs: inside(toMs, durationMs) };
}

/** The caption ended at another time; never before its start. */
export function endedAt<C extends Cue>(cue: C, ms: number, durationMs: number | null): C {
  return { ...cue, toMs: Math.max(inside(ms, durationMs), cue.fromMs + shortestCueMs) };
}

/**
 * One caption as two: at the time where the film stands if that is inside, and at the letter where the writer is.
 * @param atMs position of the film
 * @param letter place in the text; where it is at an edge, the text is divided like the time
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

/** Two captions as one, from the first's start to the later end. */
export function mergeCues(first: Cue, second: Cue): Cue {
  return {
    fromMs: Math.min(first.fromMs, second.fromMs),
    toMs: Math.max(first.toMs, second.toMs),
    text: captionText(`${first.text}\n${second.text}`),
  };
}

/** An empty caption at the film's position, after the one that is shown there and no longer than the gap. */
export function newCueAt(cues: readonly Cue[], atMs: number, durationMs: number | null): Cue {
  const shown = cues.filter((cue) => cue.fromMs <= atMs && cue.toMs > atMs);
  const start = Math.max(atMs, ...shown.map((cue) => cue.toMs));
  const fromMs = inside(start, durationMs === null ? null : durationMs - shortestCueMs);
  const next = Math.min(Infinity, ...cues.filter((cue) => cue.fromMs > fromMs).map((cue) => cue.fromMs));
  const toMs = inside(Math.min(fromMs + usualCueMs, next), durationMs);
  return { fromMs, toMs: Math.max(toMs, fromMs + shortestCueMs), text: '' };
}

/** A line break or a mark near the wanted share of the text, else the share itself; whole letters only. */
function placeToCut(text: string, share: number): number {
  const wanted = text.length * share;
  const places = [...text.matchAll(/[\n、。!?!?]/g)].map((found) => found.index + 1);
  const inner = places.filter((place) => place < text.length);
  const best = inner.toSorted((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))[0];
  const place = best ?? Math.round(wanted);
  return /[\uDC00-\uDFFF]/.test(text[place] ?? '') ? place + 1 : place;
}
