import type { NotificationRow } from '@kizuna/shared/contracts/notifications';
import { notifications as m } from '#lib/i18n/messages/ja/notifications.ts';
import { t } from '#lib/i18n/t.ts';

type Row = Pick<NotificationRow, 'channel' | 'state' | 'lastError'>;

/** The state as text; the wording differs between mails and letters. */
export function stateWord({ channel, state }: Row): string {
  return channel === 'letter' && state === 'queued' ? m.letterQueued : m.states[state];
}

/** Why a mail did not arrive, as text; null if nothing went wrong. */
export function failureWords({ lastError }: Row): string | null {
  if (lastError === null) return null;
  return lastError === 'unreachable' ? m.errors.unreachable : t(m.errors.refused, { code: lastError });
}

/** The path of the list with a filter. */
export function notificationsHref(filter: Record<string, string>): string {
  const params = new URLSearchParams(Object.entries(filter).filter(([, value]) => value));
  return params.size > 0 ? `/office/notifications?${params.toString()}` : '/office/notifications';
}
