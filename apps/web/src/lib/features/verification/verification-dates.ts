import { dayOf, formatDate, formatMoment } from '#lib/i18n/format.ts';
import { formatEnglishDate, formatEnglishMoment } from '#lib/i18n/format-english.ts';
import type { PageLanguage } from '#lib/i18n/page-language.ts';

/** The western year of a date on the paper, for readers who do not know the eras; undefined in Japanese. */
export function otherCalendar(date: string, language: PageLanguage): string | undefined {
  if (language === 'ja') return undefined;
  if (language === 'en') return formatEnglishDate(date);
  return dayOf(date).replaceAll('-', '/').replaceAll('/0', '/');
}

/** A date for use in a sentence. */
export function dayIn(language: PageLanguage, value: string): string {
  return language === 'en' ? formatEnglishDate(value) : formatDate(value);
}

/** Date and time of a check. */
export function momentIn(language: PageLanguage, instant: string): string {
  return language === 'en' ? formatEnglishMoment(instant) : formatMoment(instant);
}
