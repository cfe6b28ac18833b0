import { mostPoints } from '@kizuna/shared/contracts/insight';
import { addDays, instantOf } from '@kizuna/shared/rules/civil-date';

/** Possible lengths of a point of the curve, in milliseconds: round numbers of seconds. */
const steps = [1, 2, 5, 10, 15, 20, 30, 60, 120, 300].map((seconds) => seconds * 1_000);

/** The length of film per point of a curve, in milliseconds: the finest that gives no more than `mostPoints` points. */
export function stepOf(durationMs: number): number {
  return steps.find((step) => pointsOf(durationMs, step) <= mostPoints) ?? Math.ceil(durationMs / mostPoints);
}

/** How many points a film has: all whose middle is within it, and at least one. */
export function pointsOf(durationMs: number, stepMs: number): number {
  return Math.max(1, Math.ceil((durationMs - stepMs / 2) / stepMs));
}

/** The bounds of a point; the last one extends to the end of the film. */
export function boundsOf(
  index: number,
  durationMs: number,
  stepMs: number,
): { fromMs: number; toMs: number } {
  const last = index === pointsOf(durationMs, stepMs) - 1;
  return { fromMs: index * stepMs, toMs: last ? durationMs : (index + 1) * stepMs };
}

/**
 * The instants of a period of calendar days in Japan, both included: from midnight of the first to that after the last.
 */
export function periodOf(
  fromOn: string | undefined,
  toOn: string | undefined,
): { from: Date | null; until: Date | null } {
  return {
    from: fromOn === undefined ? null : instantOf(fromOn, '00:00'),
    until: toOn === undefined ? null : instantOf(addDays(toOn, 1), '00:00'),
  };
}

/** `1:05`, `1:00:05`: a position in the film, for lists. */
export function filmTimeOf(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1_000);
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
