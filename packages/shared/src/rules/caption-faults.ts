import { captionText, orderedCues, type Cue } from './captions.js';

/** Faults that prevent a caption track from being saved. */
export const captionErrors = ['empty', 'times', 'overlap', 'after_end'] as const;
/** Faults that make captions hard to read but may be intended. */
export const captionWarnings = ['too_fast', 'line_too_long', 'too_many_lines', 'ends_late'] as const;
export type CaptionFaultCode = (typeof captionErrors)[number] | (typeof captionWarnings)[number];

export interface CaptionFault {
  /** Position of the caption in the given list. */
  index: number;
  code: CaptionFaultCode;
  severity: 'error' | 'warning';
}

/** Full-width characters per second that an older reader can follow while watching the picture. */
export const readableWidthPerSecond = 7;
/** Full-width characters per line; a tablet wraps longer lines. */
export const readableLineWidth = 20;
const readableLines = 2;
/** Overlaps and overruns this small are rounding errors of other programs and are corrected silently. */
const roundingMs = 120;

/** Width in full-width characters: a half-width character counts as a half, a line break as nothing. */
export function widthOf(text: string): number {
  let halves = 0;
  for (const letter of text) {
    if (letter === '\n' || /\p{M}/u.test(letter)) continue;
    halves +=
      /[\u0020-\u024F\u0370-\u1FFF\uFF61-\uFFDC]/u.test(letter) && !/[\u1100-\u115F]/.test(letter) ? 1 : 2;
  }
  return halves / 2;
}

/** Full-width characters per second of a caption. */
export function paceOf({ fromMs, toMs, text }: Cue): number {
  return toMs > fromMs ? (widthOf(captionText(text)) * 1000) / (toMs - fromMs) : Infinity;
}

/**
 * The faults in a list of captions, by position in the list. Errors prevent saving, warnings do not.
 * @param durationMs the film's length; null if there is no film yet
 */
export function faultsOf(cues: readonly Cue[], durationMs: number | null): CaptionFault[] {
  const overlapping = overlapsOf(cues);
  return cues.flatMap((cue, index) => [
    ...codesOf(captionErrors, errorsOf(cue, durationMs, overlapping.has(index)), index, 'error'),
    ...codesOf(captionWarnings, warningsOf(cue, durationMs), index, 'warning'),
  ]);
}

/** Whether any of the faults prevents saving. */
export function hasErrors(faults: readonly CaptionFault[]): boolean {
  return faults.some(({ severity }) => severity === 'error');
}

/**
 * Prepares captions from another program for saving: sorts by time, trims tiny overlaps and what runs past the end of
 * the film.
 * @param durationMs the film's length; null if there is no film yet
 */
export function mendedCues(cues: readonly Cue[], durationMs: number | null): Cue[] {
  const ordered = orderedCues(cues);
  return ordered.map((cue, index) => {
    const next = ordered[index + 1]?.fromMs ?? Infinity;
    const over = cue.toMs - next;
    const toMs = over > 0 && over <= roundingMs && next > cue.fromMs ? next : cue.toMs;
    return {
      ...cue,
      toMs: durationMs !== null && cue.fromMs < durationMs ? Math.min(toMs, durationMs) : toMs,
    };
  });
}

function errorsOf(cue: Cue, durationMs: number | null, overlaps: boolean) {
  return {
    empty: captionText(cue.text) === '',
    times: !(cue.toMs > cue.fromMs),
    overlap: overlaps,
    after_end: durationMs !== null && cue.fromMs >= durationMs,
  };
}

function warningsOf(cue: Cue, durationMs: number | null) {
  const lines = captionText(cue.text).split('\n');
  return {
    too_fast: cue.toMs > cue.fromMs && paceOf(cue) > readableWidthPerSecond,
    line_too_long: lines.some((line) => widthOf(line) > readableLineWidth),
    too_many_lines: lines.length > readableLines,
    ends_late: durationMs !== null && cue.fromMs < durationMs && cue.toMs > durationMs,
  };
}

function codesOf<C extends CaptionFaultCode>(
  codes: readonly C[],
  found: Record<C, boolean>,
  index: number,
  severity: CaptionFault['severity'],
): CaptionFault[] {
  return codes.filter((code) => found[code]).map((code) => ({ index, code, severity }));
}

/** Positions of captions that begin before an earlier one has ended. */
function overlapsOf(cues: readonly Cue[]): Set<number> {
  const byTime = cues.map((cue, index) => ({ ...cue, index })).toSorted((a, b) => a.fromMs - b.fromMs);
  const overlapping = new Set<number>();
  let end = -1;
  for (const { fromMs, toMs, index } of byTime) {
    if (fromMs < end) overlapping.add(index);
    end = Math.max(end, toMs);
  }
  return overlapping;
}
