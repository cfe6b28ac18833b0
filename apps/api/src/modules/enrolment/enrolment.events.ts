/** What higher modules hear of. All carry the same payload; the rest is asked from EnrolmentReader. */
export const enrolmentEvents = {
  /** An application took a seat. */
  applicationReceived: 'enrolment.application_received',
  /** An application went to the waiting list. */
  applicationWaitlisted: 'enrolment.application_waitlisted',
  /** Somebody moved up from the waiting list to a seat. */
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
  /** The place in the line, for applicationWaitlisted only. */
  waitingPosition: number | null;
}
