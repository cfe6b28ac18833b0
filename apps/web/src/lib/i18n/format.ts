import {
  civilDateOf,
  civilTimeOf,
  daysBetween,
  formatJapaneseDate,
  weekdayOf,
  type CivilDate,
} from '@kizuna/shared/rules/civil-date';

/** A civil date `YYYY-MM-DD` or an instant as returned by the API (ISO 8601 with offset). */
type DateLike = CivilDate | string;

/** The civil date in Japan of either form. */
export function dayOf(value: DateLike): CivilDate {
  return value.length === 10 ? value : civilDateOf(new Date(value));
}

/** 「令和8年6月11日(木)」 */
export function formatDay(value: DateLike): string {
  const day = dayOf(value);
  return `${formatJapaneseDate(day)}(${weekdayOf(day)})`;
}

/** 「6月11日(木)」, where the year is clear from the context. */
export function formatShortDay(value: DateLike): string {
  const day = dayOf(value);
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日(${weekdayOf(day)})`;
}

/** 「令和8年6月11日」 without the weekday, for birth dates and certificates. */
export function formatDate(value: DateLike): string {
  return formatJapaneseDate(dayOf(value));
}

/** 「昭和25年(1950年)4月1日」: both calendars, for checking a date before it is sent. */
export function formatBirthDate(value: CivilDate): string {
  return formatJapaneseDate(value).replace('年', `年(${value.slice(0, 4)}年)`);
}

/** 「午後1時30分」; full hours without minutes: 「午前9時」; noon is 「正午」. */
export function formatTime(instant: string): string {
  const [hours = 0, minutes = 0] = civilTimeOf(new Date(instant)).split(':').map(Number);
  if (hours === 12 && minutes === 0) return '正午';
  const rest = minutes === 0 ? '' : `${minutes}分`;
  return `${hours < 12 ? '午前' : '午後'}${hours % 12}時${rest}`;
}

/** 「令和8年6月11日(木) 午後1時30分」 */
export function formatMoment(instant: string): string {
  return `${formatDay(instant)} ${formatTime(instant)}`;
}

/** 「令和8年6月11日(木) 午後1時30分〜3時30分」: the second 午前/午後 only if it differs. */
export function formatSpan(from: string, to: string): string {
  if (dayOf(from) !== dayOf(to)) return `${formatMoment(from)}〜${formatMoment(to)}`;
  return `${formatDay(from)} ${formatTimes(from, to)}`;
}

/** 「午後1時30分〜3時30分」 */
export function formatTimes(from: string, to: string): string {
  const start = formatTime(from);
  const end = formatTime(to);
  const half = end.slice(0, 2);
  return `${start}〜${start.startsWith(half) ? end.slice(2) : end}`;
}

/** 「きょう」「あした」「あと3日」「3日前」, counted in civil days in Japan. */
export function formatDistance(value: DateLike, now: Date): string {
  const days = daysBetween(civilDateOf(now), dayOf(value));
  if (days === 0) return 'きょう';
  if (days === 1) return 'あした';
  return days > 0 ? `あと${days}日` : `${-days}日前`;
}

/** Formats seconds as 「2分30秒」, 「1時間5分」. */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  const rest = whole % 60;
  if (hours > 0) return minutes > 0 ? `${hours}時間${minutes}分` : `${hours}時間`;
  if (minutes > 0) return rest > 0 ? `${minutes}分${rest}秒` : `${minutes}分`;
  return `${rest}秒`;
}

/** 「あと2分30秒」 */
export function formatRemaining(seconds: number): string {
  return `あと${formatDuration(seconds)}`;
}

/**
 * Adds hyphens to a Japanese phone number if its length determines them (0280-48-0808, 090-1234-5678); otherwise
 * unchanged.
 */
export function formatPhone(value: string): string {
  const digits = value.replace(/\D/g, '');
  if (/^0[5789]0\d{8}$/.test(digits)) return digits.replace(/^(\d{3})(\d{4})(\d{4})$/, '$1-$2-$3');
  if (/^0120\d{6}$/.test(digits)) return digits.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1-$2-$3');
  if (/^0[36]\d{8}$/.test(digits)) return digits.replace(/^(\d{2})(\d{4})(\d{4})$/, '$1-$2-$3');
  if (/^0\d{9}$/.test(digits)) return digits.replace(/^(\d{4})(\d{2})(\d{4})$/, '$1-$2-$3');
  return value;
}

/** A `tel:` link for a phone number. */
export function telHref(phone: string): string {
  return `tel:${phone.replace(/[^\d+]/g, '')}`;
}

/** A link that opens a map at an address. */
export function mapHref(address: string): string {
  return `https://www.google.com/maps/search/?api=1&query=${encodeURIComponent(address)}`;
}

/** 306-0234 from seven digits; otherwise unchanged. */
export function formatPostalCode(value: string): string {
  return value.replace(/^(\d{3})-?(\d{4})$/, '〒$1-$2');
}
