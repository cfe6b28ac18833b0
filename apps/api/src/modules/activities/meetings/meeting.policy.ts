import type { ErrorCode } from '@kizuna/shared/errors/index';
import type { MeetingReply } from '@kizuna/shared/vocabulary/supporters';

/** The facts of a follow-up meeting that decide about replies and lists. */
export interface MeetingFacts {
  startsAt: Date;
  endsAt: Date;
  capacity: number | null;
  cancelledAt: Date | null;
}

const hour = 3_600_000;

/**
 * Whether a reply is allowed: until the meeting begins, and 出ます only while there is a place. `others` are already
 * coming.
 */
export function replyProblem(
  meeting: MeetingFacts,
  reply: MeetingReply,
  others: number,
  now: Date,
): ErrorCode | null {
  if (meeting.cancelledAt) return 'supporters.meeting_cancelled';
  if (now >= meeting.startsAt) return 'supporters.meeting_over';
  const full = meeting.capacity !== null && others >= meeting.capacity;
  return reply === 'coming' && full ? 'supporters.meeting_full' : null;
}

/**
 * Whether attendance may be recorded: from an hour before; later corrections are always allowed, since they are
 * audited.
 */
export function recordProblem(meeting: MeetingFacts, now: Date): ErrorCode | null {
  if (meeting.cancelledAt) return 'supporters.meeting_cancelled';
  return now.getTime() < meeting.startsAt.getTime() - hour ? 'supporters.meeting_not_today' : null;
}

/** Whether it can still be cancelled. */
export function cancelProblem(meeting: MeetingFacts, now: Date): ErrorCode | null {
  return now >= meeting.endsAt ? 'supporters.meeting_over' : null;
}

/** How many more can come; null if there is no limit. */
export function placesLeft(capacity: number | null, coming: number): number | null {
  return capacity === null ? null : Math.max(0, capacity - coming);
}
