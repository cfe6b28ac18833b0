import type { NotificationChannel, NotificationState } from '@kizuna/shared/vocabulary/notifications';

/** After so many tries a mail is shown to the office as failed; it is not tried again by itself. */
export const greatestAttempts = 8;

export interface DeliveryFailure {
  /** The server refused for good (5xx). */
  permanent: boolean;
  responseCode: number | undefined;
}

/** What a failed try means: refused for good or tried often enough → failed, otherwise it waits for the next try. */
export function afterFailure(
  attempts: number,
  failure: DeliveryFailure,
): { state: NotificationState; word: string } {
  const word = failure.responseCode === undefined ? 'unreachable' : String(failure.responseCode);
  return { state: failure.permanent || attempts >= greatestAttempts ? 'failed' : 'queued', word };
}

/** Whom the reply goes to: mail only where a mail was wished and there is an address, otherwise a letter. */
export function channelFor(
  replyBy: 'mail' | 'letter' | null,
  mailAddress: string | null,
): NotificationChannel {
  return mailAddress !== null && replyBy !== 'letter' ? 'mail' : 'letter';
}

/** What the office may do with a message. */
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

/** The key under which a certificate is told of once. */
export function certificateEffect(certificateId: string): string {
  return certificateEffects + certificateId;
}

/** The certificate that a message tells of; undefined for every other message. */
export function certificateOfEffect(effectKey: string): string | undefined {
  return effectKey.startsWith(certificateEffects) ? effectKey.slice(certificateEffects.length) : undefined;
}
