import type { Chapter, Timeline } from './timeline.ts';

const rowLimit = 20;

function stamp(seconds: number): string {
  const ms = Math.round(seconds * 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(ms / 3_600_000))}:${two(Math.floor(ms / 60_000) % 60)}:${two(Math.floor(ms / 1000) % 60)}.${String(ms % 1000).padStart(3, '0')}`;
}

/** Width of a row in full-width characters; half-width letters and digits count as one half. */
export function rowWidth(row: string): number {
  return Array.from(row).reduce((sum, character) => sum + (/[\u0020-\u007e]/.test(character) ? 0.5 : 1), 0);
}

/** Japanese captions as WebVTT, one cue for each spoken sentence. */
export function writeCaptions(timeline: Timeline): string {
  const cues = timeline.cues.map((cue, index) => {
    const next = timeline.cues[index + 1]?.start ?? timeline.length;
    const end = Math.min(cue.end + 0.35, next - 0.04);
    return `${index + 1}\n${stamp(cue.start)} --> ${stamp(end)}\n${cue.text.replace('/', '\n')}\n`;
  });
  return `WEBVTT\nLanguage: ja\n\n${cues.join('\n')}`;
}

/** Chapters as WebVTT; they cover the whole film. */
export function writeChapters(chapters: Chapter[]): string {
  const cues = chapters.map(
    (chapter, index) => `${index + 1}\n${stamp(chapter.start)} --> ${stamp(chapter.end)}\n${chapter.title}\n`,
  );
  return `WEBVTT\nLanguage: ja\n\n${cues.join('\n')}`;
}

interface ParsedCue {
  start: number;
  end: number;
  rows: string[];
}

function parse(vtt: string): ParsedCue[] {
  return vtt
    .split('\n\n')
    .slice(1)
    .map((block) => {
      const [, times = '', ...rows] = block.trim().split('\n');
      const [start = Number.NaN, end = Number.NaN] = times.split(' --> ').map((text) => {
        const [h = 0, m = 0, s = 0] = text.split(':').map(Number);
        return h * 3600 + m * 60 + s;
      });
      return { start, end, rows };
    });
}

/**
 * Validates generated captions and chapters; the build fails if there are any findings.
 * @param lengthSeconds measured length of the film
 * @returns the findings as sentences
 */
export function checkCaptions(captions: string, chapters: string, lengthSeconds: number): string[] {
  const wrong: string[] = [];
  const cues = parse(captions);
  cues.forEach((cue, index) => {
    const name = `caption ${index + 1}`;
    if (cue.rows.length < 1 || cue.rows.length > 2) wrong.push(`${name} has ${cue.rows.length} rows`);
    for (const row of cue.rows) if (rowWidth(row) > rowLimit) wrong.push(`${name} is too wide: ${row}`);
    if (!(cue.end - cue.start >= 1)) wrong.push(`${name} is shown for less than a second`);
    if (cue.start < (cues[index - 1]?.end ?? 0)) wrong.push(`${name} overlaps the one before`);
    if (cue.end > lengthSeconds + 0.1) wrong.push(`${name} ends after the film`);
  });
  const parts = parse(chapters);
  if (parts[0]?.start !== 0) wrong.push('chapters do not start at 0');
  parts.forEach((part, index) => {
    const next = parts[index + 1]?.start ?? lengthSeconds;
    if (Math.abs(part.end - next) > 0.15) wrong.push(`chapter ${index + 1} leaves a gap or overlaps`);
    if (part.rows.length !== 1) wrong.push(`chapter ${index + 1} needs one title`);
  });
  return wrong;
}
