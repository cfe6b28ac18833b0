import { sampleRate } from './narration.ts';
import type { Timeline } from './timeline.ts';

/** The notes in semitones above A3, with their beats: an original tune in a pentatonic scale. */
type Note = readonly [beat: number, semitone: number, loudness?: number];

const opening: Note[] = [
  [0, -9, 0.7],
  [0, 3],
  [1, 7],
  [2, 10],
  [3, 15],
  [4, -4, 0.7],
  [4, 12],
  [5, 10],
  [6, 7],
  [7, 3],
  [8, -2, 0.7],
  [8, 5],
  [9, 10],
  [10, 3, 0.9],
  [10, -9, 0.7],
];
const card: Note[] = [
  [0, -9, 0.7],
  [0, 3],
  [1, 7],
  [2, 10],
  [3, 15],
];
const closing: Note[] = [
  [0, -4, 0.7],
  [0, 12],
  [1, 10],
  [2, 7],
  [3, 10],
  [4, -2, 0.7],
  [4, 5],
  [5, 10],
  [6, 12],
  [7, 10],
  [8, -9, 0.7],
  [8, 3],
  [9, 7],
  [10, 10],
  [12, 15],
  [12, -9, 0.8],
  [12, 3],
];

/** Adds one note that sounds like a small marimba: a decaying sine with one overtone. */
function strike(mix: Float32Array, atSeconds: number, semitone: number, loudness: number): void {
  const frequency = 220 * 2 ** (semitone / 12);
  const begin = Math.round(atSeconds * sampleRate);
  const count = Math.min(Math.round(sampleRate * 2.4), mix.length - begin);
  for (let index = 0; index < count; index += 1) {
    const t = index / sampleRate;
    const attack = Math.min(1, t / 0.006);
    const fade = Math.min(1, (count - index) / 2400);
    const tone =
      Math.sin(2 * Math.PI * frequency * t) * Math.exp(-t * 2.6) +
      0.22 * Math.sin(2 * Math.PI * frequency * 3.98 * t) * Math.exp(-t * 11);
    const at = begin + index;
    mix[at] = (mix[at] ?? 0) + tone * attack * fade * loudness * 0.085;
  }
}

/**
 * The music plays only where there is no voice (opening, chapter cards, end): older listeners find speech over music hard
 * to follow.
 */
export function addMusic(mix: Float32Array, timeline: Timeline): void {
  for (const shot of timeline.shots) {
    if (shot.cues.length > 0) continue;
    const tune = shot.scene === 'opening' ? opening : shot.scene === 'card' ? card : closing;
    const room = shot.end - shot.start - 0.6;
    const lastBeat = Math.max(...tune.map((note) => note[0]));
    const beat = Math.min(0.46, (room * (shot.scene === 'card' ? 0.6 : 0.82)) / lastBeat);
    for (const [at, semitone, loudness = 1] of tune)
      strike(mix, shot.start + 0.4 + at * beat, semitone, loudness);
  }
}
