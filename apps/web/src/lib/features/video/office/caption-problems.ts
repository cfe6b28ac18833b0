import { faultsOf, mendedCues } from '@kizuna/shared/rules/caption-faults';
import { formatCueTime, parseCaptions, type Cue } from '@kizuna/shared/rules/captions';
import { captionsOffice as m } from '#lib/i18n/messages/ja/captions-office.ts';
import { t } from '#lib/i18n/t.ts';

/** A caption file from the office: the captions that could be read, and every problem with its line. */
export interface ReadCaptions {
  cues: Cue[];
  /** sentences with line and time; they prevent saving */
  problems: string[];
  /** number of blocks that could not be read as captions */
  skipped: number;
}

/**
 * Reads the text of a caption file (WebVTT or SubRip) with its lines.
 * @param durationMs the film's length; null if there is no film yet
 */
export function readCaptions(text: string, durationMs: number | null): ReadCaptions {
  const file = parseCaptions(text);
  if (!file) return { cues: [], problems: [m.textNotRead], skipped: 0 };
  const blocks = blocksOf(text, file.format === 'webvtt');
  const read = blocks.filter((block): block is Block & { cue: Cue } => block.cue !== null);
  const unread = blocks.filter((block) => block.cue === null);
  const mended = mendedCues(file.cues, durationMs);
  const faults = faultsOf(mended, durationMs).filter(({ severity }) => severity === 'error');
  const wrong = faults.map(({ index, code }) => {
    const cue = mended[index];
    const line =
      read.find((block) => block.cue.fromMs === cue?.fromMs && block.cue.text === cue.text)?.line ?? 1;
    return {
      line,
      message: t(m.textProblem, { line, time: formatCueTime(cue?.fromMs ?? 0), message: m.faults[code] }),
    };
  });
  const lost = unread.map(({ line }) => ({
    line,
    message: t(m.textProblemNoTime, { line, message: m.textUnread }),
  }));
  const problems = [...wrong, ...lost].toSorted((a, b) => a.line - b.line).map(({ message }) => message);
  return { cues: mended, problems, skipped: unread.length };
}

interface Block {
  line: number;
  cue: Cue | null;
}

/** Every block of lines with a time, parsed separately so that its line in the file is known. */
function blocksOf(text: string, isWebVtt: boolean): Block[] {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const found: Block[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    if (!lines[at]?.includes('-->')) continue;
    const end = lines.indexOf('', at);
    const block = lines.slice(at, end === -1 ? lines.length : end);
    const cue = parseCaptions(`${isWebVtt ? 'WEBVTT\n\n' : ''}${block.join('\n')}`)?.cues[0] ?? null;
    found.push({ line: at + 1, cue });
    at += block.length - 1;
  }
  return found;
}

/** The maximum size in bytes of a caption file. */
export const largestCaptionFileBytes = 400_000;

/** Decodes a caption file: UTF-8, otherwise Shift_JIS, which older programs in Japan write. */
export function captionFileText(bytes: ArrayBuffer): string {
  const view = new Uint8Array(bytes);
  if (view[0] === 0xff && view[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('shift_jis').decode(bytes);
  }
}
