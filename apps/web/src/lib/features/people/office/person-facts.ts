import type { DistrictList, HistoryEntry, PersonView } from '@kizuna/shared/contracts/people';
import { ageOn, type CivilDate } from '@kizuna/shared/rules/civil-date';
import { supporterSlots } from '@kizuna/shared/vocabulary/supporters';
import { slotWord } from '#lib/features/supporters/supporter-words.ts';
import { formatBirthDate, formatDate, formatPhone, formatPostalCode } from '#lib/i18n/format.ts';
import { enrolment } from '#lib/i18n/messages/ja/enrolment.ts';
import { peopleOffice as m } from '#lib/i18n/messages/ja/people-office.ts';
import { supporters } from '#lib/i18n/messages/ja/supporters.ts';
import { t } from '#lib/i18n/t.ts';

/** A person's registered data, in the order in which the office reads it out on the phone. */
export function recordOf(person: PersonView, today: CivilDate) {
  const wishes = person.wishes.map((wish) => enrolment.wishes[wish]).join('、');
  const born = person.bornOn;
  return [
    { key: 'phone', term: m.phone, value: person.phone && formatPhone(person.phone) },
    { key: 'email', term: m.email, value: person.email },
    {
      key: 'bornOn',
      term: m.bornOn,
      value: born && t(m.age, { birth: formatBirthDate(born), age: ageOn(born, today) }),
    },
    {
      key: 'postalCode',
      term: m.postalCode,
      value: person.postalCode && formatPostalCode(person.postalCode),
    },
    { key: 'address', term: m.address, value: person.address },
    { key: 'district', term: m.district, value: person.districtName },
    { key: 'wishes', term: m.wishes, value: wishes },
    { key: 'wishNote', term: m.wishNote, value: person.wishNote },
    { key: 'roles', term: m.roles, value: person.roles.map((role) => m.roleNames[role]).join('・') },
  ];
}

/** Fields whose values mean nothing to a reader: ids and the like. */
const unread: readonly string[] = m.hiddenFields;

/** One entry of the audit log as sentences. */
export function historyWords(
  entry: HistoryEntry,
  districts: DistrictList['items'],
): { title: string; by: string; lines: string[] } {
  const actions: Record<string, string> = m.actions;
  const labels: Record<string, string> = m.fields;
  const lines = entry.changes
    .filter(({ field, before, after }) => !unread.includes(field) && before !== after)
    .map(({ field, before, after }) => {
      const words = { field: labels[field] ?? field, after: valueWords(field, after, districts) };
      return before === null
        ? t(m.historySet, words)
        : t(m.historyChange, { ...words, before: valueWords(field, before, districts) });
    });
  if (entry.reason) lines.push(t(m.historyReason, { reason: entry.reason }));
  return { title: actions[entry.action] ?? entry.action, by: entry.actorName ?? m.historySystem, lines };
}

const dates: readonly string[] = ['validUntil', 'leaveFrom', 'leaveUntil'];
const wordsOfField: Record<string, Record<string, string>> = {
  wishes: enrolment.wishes,
  roles: m.roleNames,
  reach: supporters.reaches,
  contactBy: supporters.contacts,
  slots: Object.fromEntries(supporterSlots.map((slot) => [slot, slotWord(slot)])),
};

function valueWords(field: string, value: string | null, districts: DistrictList['items']): string {
  if (!value) return m.historyEmptyValue;
  if (field === 'bornOn') return formatBirthDate(value);
  if (dates.includes(field)) return formatDate(value);
  if (field === 'districtId') {
    return districts.find(({ districtId }) => districtId === value)?.name ?? m.historyEmptyValue;
  }
  const words = wordsOfField[field] ?? {};
  return value
    .split(', ')
    .map((word) => words[word] ?? word)
    .join('、');
}
