import { attendingStatuses, type AttendanceStatus } from '@kizuna/shared/vocabulary/sessions';

/** Cards are taken from 90 minutes before the start until 60 minutes after the end: early birds must not be locked out. */
export const checkInBeforeMs = 90 * 60_000;
export const checkInAfterMs = 60 * 60_000;

export interface SessionTimes {
  startsAt: Date;
  endsAt: Date;
  cancelled: boolean;
}

/** Whether a card is taken now. Marking by hand is possible at any time from that moment on. */
export function isCheckInOpen(session: SessionTimes, now: Date): boolean {
  if (session.cancelled) return false;
  const time = now.getTime();
  return (
    time >= session.startsAt.getTime() - checkInBeforeMs && time <= session.endsAt.getTime() + checkInAfterMs
  );
}

/** Whether attendance may be written: never for a cancelled day, never before its check-in opens. */
export function mayRecord(session: SessionTimes, now: Date): boolean {
  return !session.cancelled && now.getTime() >= session.startsAt.getTime() - checkInBeforeMs;
}

/** Whether a state counts as one attendance of the completion rule. */
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
 * What a mark by hand means beside what already stands there. A change of a written mark is a correction and asks for a
 * reason; the same mark again changes nothing, so a repeated tap or a repeated request is harmless.
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
 * What a card does: the first card of the day means present, or late once the day has begun more than ten minutes ago.
 * A card after 欠席 that nobody set by a reasoned correction is taken too: the person evidently came.
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
