import { fromJapaneseDate, toCivilDate, type CivilDate, type EraKey } from '@kizuna/shared/rules/civil-date';
import { dateField } from '#lib/i18n/messages/ja/date-field.ts';

/**
 * The date of a DateField: era, year, month and day as typed (full-width digits and the word for a first year are forgiven).
 * '' when nothing at all was typed, undefined when what was typed is no day.
 */
export function civilDateOfForm(form: FormData, name: string): CivilDate | '' | undefined {
  const read = (part: string) =>
    String(form.get(`${name}.${part}`) ?? '')
      .normalize('NFKC')
      .trim();
  const year = read('year');
  const month = read('month');
  const day = read('day');
  if (year + month + day === '') return '';
  const numbers = [year === dateField.firstYear ? '1' : year, month, day];
  if (!numbers.every((part) => /^\d{1,4}$/.test(part))) return undefined;
  const [y = 0, m = 0, d = 0] = numbers.map(Number);
  const era = read('era');
  return era === 'western' || era === '' ? toCivilDate(y, m, d) : fromJapaneseDate(era as EraKey, y, m, d);
}
