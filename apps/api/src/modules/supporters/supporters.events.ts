import type { CivilDate } from '@kizuna/shared/rules/civil-date';

/** Events about registrations and meetings of supporters. */
export const supporterEvents = {
  applied: 'supporters.applied',
  confirmed: 'supporters.confirmed',
  /** The renewal is open; published twice, the second time shortly before the expiry date. */
  renewalDue: 'supporters.renewal_due',
  renewed: 'supporters.renewed',
  expired: 'supporters.expired',
  /** A leave was agreed; it may begin later. */
  onLeave: 'supporters.on_leave',
  returned: 'supporters.returned',
  ended: 'supporters.ended',
  /** The supporter is invited to a follow-up meeting. */
  invited: 'supporters.invited',
  meetingCancelled: 'supporters.meeting_cancelled',
} as const;

export type SupporterFact = keyof typeof supporterEvents;

/** One event about one supporter. Fields that do not apply are null. */
export interface SupporterEvent {
  supporterId: string;
  personId: string;
  number: string | null;
  validUntil: CivilDate | null;
  leave: { fromOn: CivilDate; untilOn: CivilDate | null } | null;
  reason: string | null;
  meetingId: string | null;
}
