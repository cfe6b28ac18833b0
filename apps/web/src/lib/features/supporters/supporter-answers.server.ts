import type { BodyOf } from '@kizuna/shared/contracts/endpoint-input';
import type { SupporterStep } from '@kizuna/shared/contracts/supporters';
import type { supportersEndpoints } from '@kizuna/shared/contracts/supporters.endpoints';
import { optionalTextOf, textOf } from '#lib/server/form-helper.ts';

type DraftBody = BodyOf<typeof supportersEndpoints.saveSupporterDraft>;

const readers = {
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
} satisfies {
  [Step in SupporterStep]: (
    form: FormData,
  ) => Extract<DraftBody, { step: Step | string | null | undefined }>['answers'];
};

/** The body of one page of the form. The API checks it with the contract of the page. */
export function draftBodyOf(step: SupporterStep, form: FormData): DraftBody {
  return { step, answers: readers[step](form) } as DraftBody;
}

/** The answers of one page of the form, under its name. */
export function changedAnswersOf(step: Exclude<SupporterStep, 'pledge'>, form: FormData) {
  return { [step]: readers[step](form) };
}

/** The answers of a form that asks everything on one page; the pledge is not among them. */
export function allAnswersOf(form: FormData) {
  const { wishes, times, places, contact } = readers;
  return { wishes: wishes(form), times: times(form), places: places(form), contact: contact(form) };
}
