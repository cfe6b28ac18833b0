import type { GroupViewingSummary, ShowableFilm } from '@kizuna/shared/contracts/viewings';
import { formatDate, formatDuration } from '#lib/i18n/format.ts';
import { viewings } from '#lib/i18n/messages/ja/viewings.ts';
import { t } from '#lib/i18n/t.ts';

/** 「絆プロジェクト ロングバージョン(7分5秒)」 */
export function filmWords(film: ShowableFilm): string {
  return t(viewings.filmMinutes, {
    title: film.title,
    minutes: `${viewings.films[film.version]}・${formatDuration(film.durationMs / 1000)}`,
  });
}

/** The next thing to do, as a sentence; empty if there is nothing. */
export function stepWords(viewing: GroupViewingSummary): string {
  return t(viewings.steps[viewing.nextStep], { day: formatDate(viewing.reportDueOn) } as never);
}

/** How many people were there, as text. */
export function peopleWords(viewing: GroupViewingSummary): string {
  const named = viewing.attendeeCount;
  if (viewing.othersCount === null) return t(viewings.numbersNamed, { named });
  const others = viewing.othersCount;
  return t(viewings.numbers, { people: named + others, named, others });
}
