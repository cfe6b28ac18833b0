import { error, redirect } from '@sveltejs/kit';
import { enrolmentEndpoints } from '@kizuna/shared/contracts/enrolment.endpoints';
import { my } from '#lib/i18n/messages/ja/my.ts';
import { call } from '#lib/server/api-client.ts';
import { failFrom, failWith, loading, messageOf, textOf, valuesOf } from '#lib/server/form-helper.ts';
import type { Actions, PageServerLoad } from './$types';

/** What a withdrawal does, before it is done. */
export const load: PageServerLoad = async (event) => {
  const list = await loading(event, () => call(event, enrolmentEndpoints.listOwnEnrolments));
  const enrolment = list.items.find(({ enrolmentId }) => enrolmentId === event.params.enrolmentId);
  if (!enrolment) error(404, { message: messageOf('platform.not_found') });
  const title = enrolment.can.learn ? my.withdrawTitle : my.withdrawApplicationTitle;
  return { title, enrolment };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const chosen = textOf(form, 'reason');
    const word = Object.entries(my.withdrawReasons).find(([key]) => key === chosen)?.[1];
    if (!word) return failWith(valuesOf(form), { field: 'reason', code: 'enrolment.reason_required' });
    const reason = [word, textOf(form, 'note')].filter(Boolean).join(' / ');
    try {
      await call(event, enrolmentEndpoints.withdrawOwnEnrolment, {
        params: { enrolmentId: event.params.enrolmentId },
        body: { reason },
      });
    } catch (problem) {
      return failFrom(problem, valuesOf(form));
    }
    redirect(303, '/my?withdrawn');
  },
};
