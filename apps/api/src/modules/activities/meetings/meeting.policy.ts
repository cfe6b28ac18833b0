import type { ErrorCode } from '@kizuna/shared/errors/index';
import type { MeetingReply } from '@kizuna/shared/vocabulary/supporters';

/** What of a follow-up meeting decides about answers and lists. */
export interface MeetingFacts {
  startsAt: Date;
  endsAt: Date;
  capacity: number | null;
  cancelledAt: Date | null;
}

const hour = 3_600_000;

/** Whether an answer may be given: until it begins, and 出ます only while there is a place. `others` come already. */
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

/** Whether who came may be recorded: from an hour before on; later corrections are open for ever, they stand in the audit. */
export function recordProblem(meeting: MeetingFacts, now: Date): ErrorCode | null {
  if (meeting.cancelledAt) return 'supporters.meeting_cancelled';
  return now.getTime() < meeting.startsAt.getTime() - hour ? 'supporters.meeting_not_today' : null;
}

/** Whether it can still be called off. */
export function cancelProblem(meeting: MeetingFacts, now: Date): ErrorCode | null {
  return now >= meeting.endsAt ? 'supporters.meeting_over' : null;
}

/** How many more can come; null where there is no limit. */
export function placesLeft(capacity: number | null, coming: number): number | null {
  return capacity === null ? null : Math.max(0, capacity - coming);
}
