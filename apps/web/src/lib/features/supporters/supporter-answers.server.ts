import type { SupporterStep } from '@kizuna/shared/contracts/supporters';
import { optionalTextOf, textOf } from '#lib/server/form-helper.ts';

type Answers = Record<string, unknown>;

const readers: Record<SupporterStep, (form: FormData) => Answers> = {
  wishes: (form) => ({
    activityIds: form.getAll('activityIds').map(String),
    note: optionalTextOf(form, 'note'),
  }),
  times: (form) => ({ slots: form.getAll('slots').map(String) }),
  places: (form) => ({
    reach: optionalTextOf(form, 'reach'),
    districtIds: form.getAll('districtIds').map(String),
  }),
  contact: (form) => ({
    contactBy: optionalTextOf(form, 'contactBy'),
    emergencyName: optionalTextOf(form, 'emergencyName'),
    emergencyPhone: optionalTextOf(form, 'emergencyPhone'),
  }),
  pledge: (form) => ({
    pledgeVersion: textOf(form, 'pledgeVersion'),
    agreed: form.has('agreed') ? true : undefined,
  }),
};

/** The answers of one page of the form. The API checks them with the contract of the page. */
export function answersOf(step: SupporterStep, form: FormData): Answers {
  return readers[step](form);
}

/** The answers of a form that asks everything on one page; the pledge is not among them. */
export function allAnswersOf(form: FormData) {
  const { wishes, times, places, contact } = readers;
  return { wishes: wishes(form), times: times(form), places: places(form), contact: contact(form) };
}
