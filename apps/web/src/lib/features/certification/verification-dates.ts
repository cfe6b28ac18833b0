import { dayOf, formatDate, formatMoment } from '#lib/i18n/format.ts';
import { formatEnglishDate, formatEnglishMoment } from '#lib/i18n/format-english.ts';
import type { VerificationLanguage } from './verification-language.ts';

/** The year of the western calendar beside a date of the paper, for whoever does not count in eras; undefined in Japanese. */
export function otherCalendar(date: string, language: VerificationLanguage): string | undefined {
  if (language === 'ja') return undefined;
  if (language === 'en') return formatEnglishDate(date);
  return dayOf(date).replaceAll('-', '/').replaceAll('/0', '/');
}

/** A day in a sentence. */
export function dayIn(language: VerificationLanguage, value: string): string {
  return language === 'en' ? formatEnglishDate(value) : formatDate(value);
}

/** Day and time of a check. */
export function momentIn(language: VerificationLanguage, instant: string): string {
  return language === 'en' ? formatEnglishMoment(instant) : formatMoment(instant);
}
