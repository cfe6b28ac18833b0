import type { ApplicationView, ConfirmResult } from '@kizuna/shared/contracts/enrolment';
import type { PersonView } from '@kizuna/shared/contracts/people';
import type { ErrorCode } from '@kizuna/shared/errors/index';
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { enrolmentOffice } from '#lib/i18n/messages/ja/enrolment-office.ts';
import { t } from '#lib/i18n/t.ts';
import { api } from '#lib/server/api-client.ts';
import { ApiError } from '#lib/server/api-error.ts';
import { errorsOf, loading, messageOf, textOf } from '#lib/server/form-helper.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const path = `/api/office/applications/${encodeURIComponent(event.params.applicationId)}`;
  const view = await loading(event, () => api(event).get<ApplicationView>(path));
  // The record is only looked at (and the look recorded) where there is something to compare
  const person =
    view.differsFromPerson.length > 0
      ? await loading(event, () => api(event).get<PersonView>(`/api/people/${view.personId}`))
      : null;
  const done = event.url.searchParams.get('done');
  return {
    title: t(enrolmentOffice.detailTitle, { name: view.name }),
    view,
    person,
    done: done !== null && done in enrolmentOffice.done ? (done as keyof typeof enrolmentOffice.done) : null,
  };
};

type Decision = 'decline' | 'cancellation' | 'withdrawal';

function deciding(decision: Decision) {
  return async (event: RequestEvent<{ applicationId: string }>) => {
    const form = await event.request.formData();
    const reason = textOf(form, `reason-${decision}`);
    try {
      await api(event).post(
        `/api/office/enrolments/${encodeURIComponent(textOf(form, 'enrolmentId'))}/${decision}`,
        { body: { reason } },
      );
    } catch (problem) {
      if (!(problem instanceof ApiError)) throw problem;
      const errors = errorsOf(problem).map((error) =>
        error.field === 'reason' ? { ...error, field: `reason-${decision}` } : error,
      );
      return fail(problem.status, { tried: decision as string, typed: reason, errors });
    }
    redirect(303, `/office/applications/${event.params.applicationId}?done=${decision}`);
  };
}

export const actions: Actions = {
  confirm: async (event) => {
    const enrolmentId = textOf(await event.request.formData(), 'enrolmentId');
    try {
      const { refused } = await api(event).post<ConfirmResult>('/api/office/enrolments/confirmations', {
        body: { enrolmentIds: [enrolmentId] },
      });
      if (refused[0]) {
        const message = messageOf(refused[0].code as ErrorCode);
        return fail(422, { tried: 'confirm', typed: '', errors: [{ field: '', message }] });
      }
    } catch (problem) {
      if (!(problem instanceof ApiError)) throw problem;
      return fail(problem.status, { tried: 'confirm', typed: '', errors: errorsOf(problem) });
    }
    redirect(303, `/office/applications/${event.params.applicationId}?done=confirm`);
  },
  decline: deciding('decline'),
  cancellation: deciding('cancellation'),
  withdrawal: deciding('withdrawal'),
};
