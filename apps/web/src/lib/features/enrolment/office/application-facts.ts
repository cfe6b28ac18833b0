import type { ApplicationView } from '@kizuna/shared/contracts/enrolment';
import type { PersonView } from '@kizuna/shared/contracts/people';
import { formatBirthDate, formatMoment, formatPhone, formatPostalCode } from '#lib/i18n/format.ts';
import { enrolmentOffice as m } from '#lib/i18n/messages/ja/enrolment-office.ts';
import { enrolment } from '#lib/i18n/messages/ja/enrolment.ts';
import { peopleOffice } from '#lib/i18n/messages/ja/people-office.ts';
import { t } from '#lib/i18n/t.ts';

interface Fact {
  key: string;
  term: string;
  value: string | null;
}

/** All answers of an application, in the order of the form. */
export function factsOf(view: ApplicationView): Fact[] {
  const { given } = view;
  const who = m.applicants[view.applicantIs];
  const wishes = view.wishes.map((wish) => enrolment.wishes[wish]).join('、');
  const fact = (key: string, term: string, value: string | null | undefined): Fact => ({
    key,
    term,
    value: value || null,
  });
  const facts = [
    fact('run', m.run, `${view.courseTitle} ${view.runName}`),
    fact(
      'applied',
      m.applied,
      t(m.appliedValue, { moment: formatMoment(view.appliedAt), channel: m.channels[view.channel] }),
    ),
    fact('name', m.name, given.name ?? view.name),
    fact('kana', m.kana, given.kana ?? view.kana),
    fact('bornOn', m.bornOn, t(m.bornOnValue, { birth: formatBirthDate(view.bornOn), age: view.age })),
    fact('phone', m.phone, given.phone ? formatPhone(given.phone) : null),
    fact('email', m.email, given.email),
    fact('postalCode', m.postalCode, given.postalCode ? formatPostalCode(given.postalCode) : null),
    fact('address', m.address, given.address),
    fact('district', m.district, given.districtName),
    fact(
      'applicantIs',
      m.applicantIs,
      view.proxyName ? t(m.applicantProxy, { who, name: view.proxyName }) : who,
    ),
    fact('wishes', m.wishesTerm, wishes || m.none),
    fact('replyBy', m.replyBy, m.replies[view.replyBy]),
  ];
  if (view.guardianName) facts.push(fact('guardian', m.guardianName, view.guardianName));
  if (view.wishNote) facts.push(fact('wishNote', m.wishNote, view.wishNote));
  if (view.officeNote) facts.push(fact('officeNote', m.officeNote, view.officeNote));
  return facts;
}

interface Difference {
  field: string;
  label: string;
  given: string;
  record: string;
}

/** The answers that differ from the person's record, both values formatted. */
export function differencesOf(view: ApplicationView, person: PersonView): Difference[] {
  const labels: Record<string, string> = peopleOffice.fields;
  const given: Record<string, string | null | undefined> = {
    ...view.given,
    districtId: view.given.districtName,
  };
  const record: Record<string, unknown> = { ...person, districtId: person.districtName };
  const words = (field: string, value: unknown) => {
    if (typeof value !== 'string' || value === '') return peopleOffice.none;
    if (field === 'bornOn') return formatBirthDate(value);
    return field === 'phone' ? formatPhone(value) : value;
  };
  return view.differsFromPerson.map((field) => ({
    field,
    label: labels[field] ?? field,
    given: words(field, given[field]),
    record: words(field, record[field]),
  }));
}
