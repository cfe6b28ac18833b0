import type { CheckInView } from '@kizuna/shared/contracts/sessions';
import type { CheckInAnswer } from '#lib/features/people/check-in.ts';
import { formatTime } from '#lib/i18n/format.ts';
import { sessions } from '#lib/i18n/messages/ja/sessions.ts';
import { t } from '#lib/i18n/t.ts';
import type { FieldError } from '#lib/ui/field-error.ts';

/** What the reception of a training day shows after a card or a mark by name. */
export function checkInAnswerOf(
  written: CheckInView | undefined,
  errors: readonly FieldError[] | undefined,
): CheckInAnswer | undefined {
  const refused = errors?.[0]?.message;
  if (refused) {
    return {
      kind: 'refused',
      title: sessions.refusedTitle,
      lines: [{ text: refused }],
      link: { href: '#by-name', label: sessions.byName },
    };
  }
  if (!written) return undefined;
  const { row, alreadyCheckedIn } = written;
  const status = row.status ? sessions.statuses[row.status] : '';
  const wishes = row.wishes.map((wish) => sessions.wishes[wish]).join('、');
  return {
    kind: alreadyCheckedIn ? 'already' : 'recorded',
    title: t(sessions.welcome, { name: row.name }),
    lines: [
      { text: row.kana },
      { text: t(alreadyCheckedIn ? sessions.already : sessions.recorded, { status }), weight: 'large' },
      ...(row.markedAt ? [{ text: formatTime(row.markedAt) }] : []),
      ...(wishes ? [{ text: wishes, weight: 'strong' as const }] : []),
    ],
  };
}
