import type { CivilDate } from '@kizuna/shared/rules/civil-date';

/** What becomes of registrations and meetings of supporters. */
export const supporterEvents = {
  applied: 'supporters.applied',
  confirmed: 'supporters.confirmed',
  /** The renewal may be done now; told twice, the second time shortly before the last day. */
  renewalDue: 'supporters.renewal_due',
  renewed: 'supporters.renewed',
  expired: 'supporters.expired',
  /** A leave was agreed; it may begin later. */
  onLeave: 'supporters.on_leave',
  returned: 'supporters.returned',
  ended: 'supporters.ended',
  /** Somebody is invited to a follow-up meeting. */
  invited: 'supporters.invited',
  meetingCancelled: 'supporters.meeting_cancelled',
} as const;

export type SupporterFact = keyof typeof supporterEvents;

/** One fact about one supporter. What a fact does not speak of is null. */
export interface SupporterEvent {
  supporterId: string;
  personId: string;
  number: string | null;
  validUntil: CivilDate | null;
  leave: { fromOn: CivilDate; untilOn: CivilDate | null } | null;
  reason: string | null;
  meetingId: string | null;
}
