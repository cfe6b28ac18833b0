import { enrolmentEndpoints } from '@kizuna/shared/contracts/enrolment.endpoints';
import { pagesOfficeEndpoints } from '@kizuna/shared/contracts/pages.office.endpoints';
import type { ErrorCode } from '@kizuna/shared/errors/index';
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { enrolmentOffice } from '#lib/i18n/messages/ja/enrolment-office.ts';
import { t } from '#lib/i18n/t.ts';
import { call } from '#lib/server/api-client.ts';
import { ApiError } from '#lib/server/api-error.ts';
import { errorsOf, loading, messageOf, textOf } from '#lib/server/form-helper.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { applicationId } = event.params;
  const { view, person } = await loading(event, () =>
    call(event, pagesOfficeEndpoints.getApplicationPage, { params: { applicationId } }),
  );
  const done = event.url.searchParams.get('done');
  return {
    title: t(enrolmentOffice.detailTitle, { name: view.name }),
    view,
    person,
    done: done !== null && done in enrolmentOffice.done ? (done as keyof typeof enrolmentOffice.done) : null,
  };
};

const decisions = {
  decline: enrolmentEndpoints.declineEnrolment,
  cancellation: enrolmentEndpoints.cancelEnrolment,
  withdrawal: enrolmentEndpoints.withdrawEnrolment,
};

function deciding(decision: keyof typeof decisions) {
  return async (event: RequestEvent<{ applicationId: string }>) => {
    const form = await event.request.formData();
    const reason = textOf(form, `reason-${decision}`);
    try {
      await call(event, decisions[decision], {
        params: { enrolmentId: textOf(form, 'enrolmentId') },
        body: { reason },
      });
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
      const { refused } = await call(event, enrolmentEndpoints.confirmEnrolments, {
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
