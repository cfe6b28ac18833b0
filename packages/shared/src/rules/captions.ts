/**
 * Caption files (字幕): reads WebVTT and SubRip, writes WebVTT. Shared by the editor in the browser and the server. The
 * text of a cue is always plain text; markup in a file is dropped and never shown.
 */

/** A caption: milliseconds from the film's start. */
export interface Cue {
  fromMs: number;
  toMs: number;
  text: string;
}

export const captionFormats = ['webvtt', 'subrip'] as const;
export type CaptionFormat = (typeof captionFormats)[number];

/** The result of reading a file. `skipped` counts captions with no text or with impossible times. */
export interface CaptionFile {
  format: CaptionFormat;
  cues: Cue[];
  skipped: number;
}

const clock = String.raw`(?:(\d{1,4}):)?([0-5]?\d):([0-5]\d)[.,](\d{1,3})`;
const timing = new RegExp(String.raw`^${clock}[ \t]+-->[ \t]+${clock}(?:[ \t]|$)`);
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', nbsp: ' ', lrm: '', rlm: '' };

/** Normalises a caption's text for storage: trims each line, removes empty lines and control characters. */
export function captionText(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      // eslint-disable-next-line no-control-regex -- removing control characters is the purpose here
      .replace(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/g, ' ')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .join('\n')
  );
}

/**
 * Normalises cues for storage: sorts by time, normalises texts with `captionText`, drops cues without text or duration.
 */
export function orderedCues(cues: readonly Cue[]): Cue[] {
  return cues
    .map(({ fromMs, toMs, text }) => ({ fromMs, toMs, text: captionText(text) }))
    .filter(({ fromMs, toMs, text }) => text !== '' && toMs > fromMs)
    .toSorted((a, b) => a.fromMs - b.fromMs || a.toMs - b.toMs);
}

/**
 * Reads a caption file: WebVTT if it begins with `WEBVTT`, otherwise SubRip. Notes, styles, regions, cue positions and
 * markup are dropped. Null if it is neither format.
 */
export function parseCaptions(content: string): CaptionFile | null {
  const lines = content
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n');
  const format: CaptionFormat = /^WEBVTT(?:[ \t]|$)/.test(lines[0] ?? '') ? 'webvtt' : 'subrip';
  const found = blocksOf(lines, format);
  if (format === 'subrip' && found.length === 0) return null;
  const cues = orderedCues(found);
  return { format, cues, skipped: found.length - cues.length };
}

/** Writes WebVTT (https://www.w3.org/TR/webvtt1/), which `parseCaptions` reads back unchanged. */
export function formatWebVtt(cues: readonly Cue[]): string {
  const blocks = orderedCues(cues).map(
    ({ fromMs, toMs, text }) => `${formatCueTime(fromMs)} --> ${formatCueTime(toMs)}\n${escaped(text)}\n`,
  );
  return ['WEBVTT\n', ...blocks].join('\n');
}

/** Formats a time as in WebVTT, `00:01:02.345`. */
export function formatCueTime(milliseconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const seconds = Math.floor(milliseconds / 1000);
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `${two(h)}:${two(m)}:${two(s)}.${String(milliseconds % 1000).padStart(3, '0')}`;
}

/** Parses a time as people type it (`1:02.3`, `00:01:02.345`, `62`) to milliseconds. Null if it is not a time. */
export function parseCueTime(typed: string): number | null {
  const found = /^(?:(?:(\d{1,4}):)?([0-5]?\d):)?(\d{1,5})(?:[.,](\d{1,3}))?$/.exec(typed.trim());
  if (!found || (found[2] !== undefined && Number(found[3]) > 59)) return null;
  return millisecondsOf(found[1], found[2] ?? '0', found[3]!, found[4] ?? '0');
}

function millisecondsOf(
  hours: string | undefined,
  minutes: string,
  seconds: string,
  fraction: string,
): number {
  const whole = (Number(hours ?? 0) * 60 + Number(minutes)) * 60 + Number(seconds);
  return whole * 1000 + Number(fraction.padEnd(3, '0'));
}

/** Every block of lines that begins with a time line; its text ends at the next empty line. */
function blocksOf(lines: readonly string[], format: CaptionFormat): Cue[] {
  const found: Cue[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const times = timing.exec(lines[at]!.trim());
    if (!times) continue;
    const end = lines.indexOf('', at);
    const text = lines.slice(at + 1, end === -1 ? lines.length : end);
    found.push({
      fromMs: millisecondsOf(times[1], times[2]!, times[3]!, times[4]!),
      toMs: millisecondsOf(times[5], times[6]!, times[7]!, times[8]!),
      text: plainText(text.join('\n'), format),
    });
    at += text.length;
  }
  return found;
}

/**
 * Removes markup first and decodes entities second: anything that looks like markup after decoding was written as text.
 */
function plainText(text: string, format: CaptionFormat): string {
  if (format === 'subrip') return text.replace(/<\/?(?:b|i|u|s|font)(?: [^<>]*)?>|\{\\[^{}]*\}/gi, '');
  return text
    .replace(/<[^<>]*>/g, '')
    .replace(/&(amp|lt|gt|nbsp|lrm|rlm);/g, (_, name: string) => entities[name] ?? '');
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
