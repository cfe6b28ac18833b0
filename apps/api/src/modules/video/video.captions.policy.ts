import type { CaptionCue } from '@kizuna/shared/contracts/video';

const timing =
  /^(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})\s+-->\s+(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})/;

function milliseconds(
  hours: string | undefined,
  minutes: string,
  seconds: string,
  thousandths: string,
): number {
  return ((Number(hours ?? 0) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(thousandths);
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', nbsp: ' ', lrm: '', rlm: '' };

function plainText(lines: readonly string[]): string {
  return lines
    .join('\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|nbsp|lrm|rlm);/g, (_, name: string) => entities[name] ?? '')
    .trim();
}

/**
 * The cues of a WebVTT file, as plain text, by time. Notes, styles, regions, cue settings and mark-up are left out.
 * @throws Error where the file is no WebVTT
 */
export function cuesOf(webvtt: string): CaptionCue[] {
  const blocks = webvtt
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/);
  if (!/^WEBVTT(?:[ \t\n]|$)/.test(blocks[0] ?? '')) throw new Error('the file does not begin with WEBVTT');
  return blocks
    .slice(1)
    .map(cueOf)
    .filter((cue) => cue !== null)
    .toSorted((a, b) => a.fromMs - b.fromMs || a.toMs - b.toMs);
}

function cueOf(block: string): CaptionCue | null {
  const lines = block.split('\n').filter((line) => line !== '');
  // A cue may have a name of its own on the line before its times
  const at = lines.findIndex((line) => line.includes('-->'));
  const found = at === 0 || at === 1 ? timing.exec(lines[at]!.trim()) : null;
  if (!found) return null;
  const text = plainText(lines.slice(at + 1));
  const fromMs = milliseconds(found[1], found[2]!, found[3]!, found[4]!);
  const toMs = milliseconds(found[5], found[6]!, found[7]!, found[8]!);
  return text === '' || toMs <= fromMs ? null : { fromMs, toMs, text };
}
