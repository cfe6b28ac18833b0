import type { DraftStep, DraftView } from '@kizuna/shared/contracts/enrolment';
import type { DistrictView } from '@kizuna/shared/contracts/people';
import { ageOn, civilDateOf } from '@kizuna/shared/rules/civil-date';
import { phoneDigits } from '@kizuna/shared/rules/text';
import { formatBirthDate, formatPhone, formatPostalCode } from '#lib/i18n/format.ts';
import { enrolment } from '#lib/i18n/messages/ja/enrolment.ts';
import { t } from '#lib/i18n/t.ts';
import { changeHref } from '#lib/ui/stepped-form/stepped-form.ts';
import { applyForm } from './apply-steps.ts';

interface Row {
  key: string;
  step: DraftStep;
  term: string;
  value: string;
}

/** Everything that was typed, as rows to check, each with a link to change it. `now` is the server's time. */
export function checkItems(draft: DraftView, districts: readonly DistrictView[], now: string) {
  return [...personRows(draft, now), ...contactRows(draft, districts), ...wishRows(draft)].map(
    ({ step, ...row }) => ({
      ...row,
      value: row.value || enrolment.none,
      change: {
        href: changeHref(applyForm(draft.courseRunId), step),
        label: t(enrolment.changeOf, { item: row.term }),
      },
    }),
  );
}

function personRows({ answers: { who, name, birth }, guardianNeeded }: DraftView, now: string): Row[] {
  const is = enrolment.who[(who?.applicantIs ?? 'self') as keyof typeof enrolment.who];
  const born = birth && {
    birth: formatBirthDate(birth.bornOn),
    age: ageOn(birth.bornOn, civilDateOf(new Date(now))),
  };
  return [
    { key: 'who', step: 'who', term: enrolment.stepsWho, value: lines(is, who?.proxyName) },
    { key: 'name', step: 'name', term: enrolment.name, value: name?.name ?? '' },
    { key: 'kana', step: 'name', term: enrolment.kana, value: name?.kana ?? '' },
    { key: 'birth', step: 'birth', term: enrolment.stepsBirth, value: born ? t(enrolment.age, born) : '' },
    ...(guardianNeeded && birth?.guardianName
      ? [
          {
            key: 'guardian',
            step: 'birth' as const,
            term: enrolment.guardianName,
            value: birth.guardianName,
          },
        ]
      : []),
  ];
}

function contactRows({ answers: { contact } }: DraftView, districts: readonly DistrictView[]): Row[] {
  const step = 'contact';
  const place = districts.find((each) => each.districtId === contact?.districtId);
  const postalCode = contact?.postalCode ? formatPostalCode(contact.postalCode) : undefined;
  return [
    { key: 'phone', step, term: enrolment.phone, value: formatPhone(phoneDigits(contact?.phone ?? '')) },
    { key: 'address', step, term: enrolment.address, value: lines(postalCode, contact?.address) },
    { key: 'district', step, term: enrolment.district, value: place ? `${place.area} ${place.name}` : '' },
    { key: 'email', step, term: enrolment.email, value: contact?.email ?? '' },
    {
      key: 'replyBy',
      step,
      term: enrolment.replyBy,
      value: contact?.replyBy === 'mail' ? enrolment.replyMail : enrolment.replyLetter,
    },
  ];
}

function wishRows({ answers: { wishes } }: DraftView): Row[] {
  const chosen = (wishes?.wishes ?? []).map(
    (wish) => enrolment.wishes[wish as keyof typeof enrolment.wishes],
  );
  return [
    { key: 'wishes', step: 'wishes', term: enrolment.stepsWishes, value: lines(...chosen, wishes?.wishNote) },
  ];
}

function lines(...parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join('\n');
}
