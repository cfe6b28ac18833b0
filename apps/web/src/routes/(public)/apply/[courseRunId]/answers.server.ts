import type { BodyOf } from '@kizuna/shared/contracts/endpoint-input';
import type { DraftStep } from '@kizuna/shared/contracts/enrolment';
import type { enrolmentEndpoints } from '@kizuna/shared/contracts/enrolment.endpoints';
import { civilDateOfForm } from '#lib/server/date-field.ts';
import { optionalTextOf, textOf } from '#lib/server/form-helper.ts';

type AnswersBody = BodyOf<typeof enrolmentEndpoints.saveDraftAnswers>;

/** The answers of one step, as typed. */
type AnswersOf<Step extends DraftStep> = Extract<
  AnswersBody,
  { step: Step | string | null | undefined }
>['answers'];

const readers = {
  who: (form) => {
    const applicantIs = optionalTextOf(form, 'applicantIs');
    return { applicantIs, proxyName: applicantIs === 'self' ? undefined : optionalTextOf(form, 'proxyName') };
  },
  name: (form) => ({ name: textOf(form, 'name'), kana: textOf(form, 'kana') }),
  birth: (form) => ({
    bornOn: civilDateOfForm(form, 'bornOn') ?? '',
    guardianName: optionalTextOf(form, 'guardianName'),
  }),
  contact: (form) => ({
    phone: optionalTextOf(form, 'phone'),
    postalCode: optionalTextOf(form, 'postalCode'),
    address: textOf(form, 'address'),
    districtId: optionalTextOf(form, 'districtId'),
    email: optionalTextOf(form, 'email'),
    replyBy: optionalTextOf(form, 'replyBy'),
  }),
  wishes: (form) => ({
    wishes: form.getAll('wishes').map(String),
    wishNote: optionalTextOf(form, 'wishNote'),
  }),
} satisfies { [Step in DraftStep]: (form: FormData) => AnswersOf<Step> };

/** The body of one page of the form. The API checks it with the contract of the step. */
export function answersOf(step: DraftStep, form: FormData): AnswersBody {
  return { step, answers: readers[step](form) } as AnswersBody;
}
