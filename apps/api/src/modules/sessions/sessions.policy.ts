import { attendingStatuses, type AttendanceStatus } from '@kizuna/shared/vocabulary/sessions';

/**
 * Cards are accepted from 90 minutes before the start, so that early arrivals can check in, until 60 minutes after the
 * end.
 */
export const checkInBeforeMs = 90 * 60_000;
export const checkInAfterMs = 60 * 60_000;

export interface SessionTimes {
  startsAt: Date;
  endsAt: Date;
  cancelled: boolean;
}

/** Whether cards are accepted now. Marking by hand is possible from the same moment on, without an end. */
export function isCheckInOpen(session: SessionTimes, now: Date): boolean {
  if (session.cancelled) return false;
  const time = now.getTime();
  return (
    time >= session.startsAt.getTime() - checkInBeforeMs && time <= session.endsAt.getTime() + checkInAfterMs
  );
}

/** Whether attendance may be recorded: never for a cancelled day, never before its check-in opens. */
export function mayRecord(session: SessionTimes, now: Date): boolean {
  return !session.cancelled && now.getTime() >= session.startsAt.getTime() - checkInBeforeMs;
}

/** Whether a state counts as attendance for the completion rule. */
export function counts(status: AttendanceStatus): boolean {
  return (attendingStatuses as readonly AttendanceStatus[]).includes(status);
}

export interface EarlierMark {
  status: AttendanceStatus;
  corrections: number;
}

export type MarkDecision =
  | { kind: 'first' }
  | { kind: 'unchanged' }
  | { kind: 'correction'; corrections: number }
  | { kind: 'refused'; code: 'sessions.reason_required' };

/**
 * Decides what a mark by hand means given the existing one. Changing an existing mark is a correction and requires a
 * reason; the same mark again changes nothing, so a repeated tap or request is harmless.
 */
export function decideMark(
  earlier: EarlierMark | null,
  status: AttendanceStatus,
  reason?: string,
): MarkDecision {
  if (!earlier) return { kind: 'first' };
  if (earlier.status === status) return { kind: 'unchanged' };
  if (!reason) return { kind: 'refused', code: 'sessions.reason_required' };
  return { kind: 'correction', corrections: earlier.corrections + 1 };
}

/**
 * Decides what a card means: the first card of the day means present, or late if the day began more than ten minutes
 * ago.
 * A card after 欠席 is accepted too, unless that was set by a correction with a reason: the person evidently came.
 */
export function decideCheckIn(
  earlier: EarlierMark | null,
  session: SessionTimes,
  now: Date,
): { status: AttendanceStatus; alreadyCheckedIn: boolean } {
  if (earlier && counts(earlier.status)) return { status: earlier.status, alreadyCheckedIn: true };
  const late = now.getTime() > session.startsAt.getTime() + 10 * 60_000;
  return { status: late ? 'late' : 'present', alreadyCheckedIn: false };
}
