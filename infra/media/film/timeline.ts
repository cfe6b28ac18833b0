import { sampleRate } from './narration.ts';
import type { FilmScript, Shot } from './script.ts';

/** Start and end of a spoken line, in seconds from the start of the film. */
export interface Cue {
  text: string;
  start: number;
  end: number;
  samples: Int16Array;
}

/** A shot on the timeline; `start` and `end` are in seconds from the start of the film. */
export interface TimedShot {
  scene: string;
  start: number;
  end: number;
  cues: Cue[];
  /** The content of a chapter card. */
  card?: { title: string; number: number };
}

export interface Chapter {
  title: string;
  start: number;
  end: number;
}

export interface Timeline {
  shots: TimedShot[];
  cues: Cue[];
  chapters: Chapter[];
  /** Seconds. */
  length: number;
}

const cardSeconds = 3;
const gapSeconds = 0.42;
const leadSeconds = 0.75;
const tailSeconds = 0.5;

function placeShot(
  shot: Shot,
  start: number,
  brisk: boolean,
  speak: (line: string, shot: Shot) => Int16Array,
): TimedShot {
  let at = start + (shot.before ?? (brisk ? 0.35 : leadSeconds));
  const cues = shot.lines.map((text, index) => {
    const samples = speak(text, shot);
    if (index > 0) at += gapSeconds;
    const cue = { text, start: at, end: at + samples.length / sampleRate, samples };
    at = cue.end;
    return cue;
  });
  const tail = shot.lines.length === 0 ? 0 : (shot.after ?? (brisk ? 0.2 : tailSeconds));
  return { scene: shot.scene, start, end: at + tail, cues };
}

/** Lays out a film: all times are derived from the measured length of the spoken lines. */
export function layOut(film: FilmScript, speak: (line: string, shot: Shot) => Int16Array): Timeline {
  const shots: TimedShot[] = [];
  const marks: { title: string; start: number }[] = [];
  let at = 0;
  for (const shot of film.shots) {
    if (shot.chapter) {
      marks.push({ title: shot.chapter, start: at });
      if (film.cards && shot.lines.length > 0) {
        shots.push({
          scene: 'card',
          start: at,
          end: at + cardSeconds,
          cues: [],
          card: { title: shot.chapter, number: marks.length - 1 },
        });
        at += cardSeconds;
      }
    }
    const placed = placeShot(shot, at, !film.cards, speak);
    shots.push(placed);
    at = placed.end;
  }
  const chapters = marks.map((mark, index) => ({ ...mark, end: marks[index + 1]?.start ?? at }));
  return { shots, cues: shots.flatMap((shot) => shot.cues), chapters, length: at };
}
