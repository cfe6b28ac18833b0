import type { NotificationChannel, NotificationState } from '@kizuna/shared/vocabulary/notifications';

/** After this many attempts a mail is shown to the office as failed; it is not retried automatically. */
export const greatestAttempts = 8;

export interface DeliveryFailure {
  /** The server rejected it permanently (5xx). */
  permanent: boolean;
  responseCode: number | undefined;
}

/**
 * The state after a failed attempt: rejected permanently or too many attempts → failed, otherwise waiting for a retry.
 */
export function afterFailure(
  attempts: number,
  failure: DeliveryFailure,
): { state: NotificationState; word: string } {
  const word = failure.responseCode === undefined ? 'unreachable' : String(failure.responseCode);
  return { state: failure.permanent || attempts >= greatestAttempts ? 'failed' : 'queued', word };
}

/** How the reply is sent: by mail only if mail was requested and there is an address, otherwise by letter. */
export function channelFor(
  replyBy: 'mail' | 'letter' | null,
  mailAddress: string | null,
): NotificationChannel {
  return mailAddress !== null && replyBy !== 'letter' ? 'mail' : 'letter';
}

/** The actions the office may take on a message. */
export function officeActions(message: {
  channel: NotificationChannel;
  state: NotificationState;
  mailAddress: string | null;
  personId: string | null;
  holdsSecret: boolean;
}) {
  const failedMail = message.channel === 'mail' && message.state === 'failed';
  return {
    retry: failedMail && message.mailAddress !== null,
    toLetter: failedMail && message.personId !== null && !message.holdsSecret,
    markPrinted: message.channel === 'letter' && message.state === 'queued',
  };
}

const certificateEffects = 'certificate_issued:';

/** The key that makes a certificate's notification unique. */
export function certificateEffect(certificateId: string): string {
  return certificateEffects + certificateId;
}

/** The certificate that a message is about; undefined for every other message. */
export function certificateOfEffect(effectKey: string): string | undefined {
  return effectKey.startsWith(certificateEffects) ? effectKey.slice(certificateEffects.length) : undefined;
}
