import type { ViewingCheckIn } from '@kizuna/shared/contracts/viewings';
import type { CheckInAnswer } from '#lib/features/people/check-in.ts';
import { formatTime } from '#lib/i18n/format.ts';
import { viewings } from '#lib/i18n/messages/ja/viewings.ts';
import { t } from '#lib/i18n/t.ts';
import type { FieldError } from '#lib/ui/field-error.ts';

/** What the reception of a group viewing shows after a card. */
export function checkInAnswerOf(
  written: ViewingCheckIn | undefined,
  errors: readonly FieldError[] | undefined,
): CheckInAnswer | undefined {
  const refused = errors?.[0]?.message;
  if (refused) return { kind: 'refused', title: viewings.refused, lines: [{ text: refused }] };
  if (!written) return undefined;
  const time = formatTime(written.recordedAt);
  return {
    kind: written.already ? 'already' : 'recorded',
    title: t(viewings.welcome, { name: written.name }),
    lines: [{ text: t(written.already ? viewings.already : viewings.recorded, { time }), weight: 'large' }],
  };
}
