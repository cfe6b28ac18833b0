/** How a message is sent: mail over SMTP, or a letter that the office prints and posts. */
export const notificationChannels = ['mail', 'letter'] as const;
export type NotificationChannel = (typeof notificationChannels)[number];

/** queued 送信待ち, sent 送信済み, failed 送れませんでした; a letter is queued until it is printed. */
export const notificationStates = ['queued', 'sent', 'failed', 'printed'] as const;
export type NotificationState = (typeof notificationStates)[number];

/** The kinds of message. */
export const notificationKinds = [
  'application_received',
  'application_waitlisted',
  'seat_offered',
  'enrolment_confirmed',
  'enrolment_declined',
  'enrolment_cancelled',
  'enrolment_withdrawn',
  'password_reset',
  'invitation',
  'certificate_issued',
  'certificate_reissued',
  'supporter_applied',
  'supporter_confirmed',
  'supporter_renewal_due',
  'supporter_renewed',
  'supporter_expired',
  'supporter_on_leave',
  'supporter_returned',
  'supporter_ended',
  'supporter_meeting',
  'supporter_meeting_cancelled',
] as const;
export type NotificationKind = (typeof notificationKinds)[number];
