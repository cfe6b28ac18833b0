const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Asia/Tokyo' });
const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'Asia/Tokyo' });

/** 「10 June 2026」: a civil date, or the day of an instant in Japan. */
export function formatEnglishDate(value: string): string {
  return day.format(new Date(value.length === 10 ? `${value}T00:00:00+09:00` : value));
}

/** 「10 June 2026, 14:05 (Japan time)」 */
export function formatEnglishMoment(instant: string): string {
  return `${formatEnglishDate(instant)}, ${time.format(new Date(instant))} (Japan time)`;
}
