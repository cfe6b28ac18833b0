import type { OfficeApplyBody } from '@kizuna/shared/contracts/enrolment';
import type { PersonView } from '@kizuna/shared/contracts/people';
import { instantOf, japaneseYearOf, type CivilDate } from '@kizuna/shared/rules/civil-date';
import type { ApplicationChannel } from '@kizuna/shared/vocabulary/enrolment';
import { civilDateOfForm } from '#lib/server/date-field.ts';
import { optionalTextOf, textOf, type FormValues } from '#lib/server/form-helper.ts';

/** Converts the date and the time of the form to the timestamp that the API expects. */
export function receivedAtOf(form: FormData): { at: string } | { wrong: 'receivedOn' | 'receivedTime' } {
  const day = civilDateOfForm(form, 'receivedOn');
  const typed = textOf(form, 'receivedTime').normalize('NFKC').replace(/[時.]/g, ':').replace(/分$/, '');
  const [, hours = '', minutes = ''] = /^(\d{1,2}):?(\d{2})$/.exec(typed) ?? [];
  if (!day) return { wrong: 'receivedOn' };
  if (hours === '' || Number(hours) > 23 || Number(minutes) > 59) return { wrong: 'receivedTime' };
  return { at: instantOf(day, `${hours.padStart(2, '0')}:${minutes}`).toISOString() };
}

/** The typed application as the contract has it; the API says what is wrong with it. */
export function bodyOf(form: FormData, receivedAt: string) {
  return {
    courseRunId: textOf(form, 'courseRunId'),
    channel: textOf(form, 'channel') as ApplicationChannel,
    receivedAt,
    name: textOf(form, 'name'),
    kana: textOf(form, 'kana'),
    bornOn: civilDateOfForm(form, 'bornOn') ?? '',
    phone: optionalTextOf(form, 'phone'),
    email: optionalTextOf(form, 'email'),
    postalCode: optionalTextOf(form, 'postalCode'),
    address: textOf(form, 'address'),
    districtId: optionalTextOf(form, 'districtId'),
    applicantIs: textOf(form, 'applicantIs') || 'self',
    proxyName: optionalTextOf(form, 'proxyName'),
    guardianName: optionalTextOf(form, 'guardianName'),
    wishes: form.getAll('wishes').map(String),
    wishNote: optionalTextOf(form, 'wishNote'),
    replyBy: textOf(form, 'replyBy') || 'letter',
    personId: optionalTextOf(form, 'personId'),
    officeNote: optionalTextOf(form, 'officeNote'),
    consent: form.get('consent') === 'yes',
  } satisfies Record<keyof OfficeApplyBody, unknown>;
}

/** A person's record as the fields of this form. */
export function valuesOfPerson(person: PersonView): FormValues {
  return {
    name: person.name,
    kana: person.kana,
    ...(person.bornOn ? dateValues('bornOn', person.bornOn) : {}),
    phone: person.phone ?? '',
    email: person.email ?? '',
    postalCode: person.postalCode ?? '',
    address: person.address,
    districtId: person.districtId ?? '',
    wishes: person.wishes,
    wishNote: person.wishNote ?? '',
    replyBy: person.email ? 'mail' : 'letter',
    personId: person.personId,
  };
}

/** The parts of a DateField for a date. */
function dateValues(name: string, date: CivilDate): FormValues {
  const japanese = japaneseYearOf(date);
  const [year = '', month = '', day = ''] = date.split('-').map((part) => String(Number(part)));
  return {
    [`${name}.era`]: japanese?.era.key ?? 'western',
    [`${name}.year`]: String(japanese?.year ?? year),
    [`${name}.month`]: month,
    [`${name}.day`]: day,
  };
}
