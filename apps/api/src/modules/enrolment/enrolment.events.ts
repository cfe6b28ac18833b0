/** Events for higher modules. All have the same payload; use EnrolmentReader for the rest. */
export const enrolmentEvents = {
  /** An application took a seat. */
  applicationReceived: 'enrolment.application_received',
  /** An application went to the waiting list. */
  applicationWaitlisted: 'enrolment.application_waitlisted',
  /** A person moved up from the waiting list to a seat. */
  seatOffered: 'enrolment.seat_offered',
  confirmed: 'enrolment.confirmed',
  declined: 'enrolment.declined',
  cancelled: 'enrolment.cancelled',
  withdrawn: 'enrolment.withdrawn',
} as const;

export interface EnrolmentEvent {
  enrolmentId: string;
  applicationId: string;
  personId: string;
  courseRunId: string;
  receptionNumber: string;
  /** Position on the waiting list; only for applicationWaitlisted. */
  waitingPosition: number | null;
}
