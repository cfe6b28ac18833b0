import { redirect } from '@sveltejs/kit';
import { supportersEndpoints } from '@kizuna/shared/contracts/supporters.endpoints';
import { civilDateOf } from '@kizuna/shared/rules/civil-date';
import { supporters as m } from '#lib/i18n/messages/ja/supporters.ts';
import { call } from '#lib/server/api-client.ts';
import { civilDateOfForm } from '#lib/server/date-field.ts';
import { failFrom, optionalTextOf, valuesOf } from '#lib/server/form-helper.ts';
import { ownSupporter } from '#lib/features/supporters/learner/own-supporter.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { registration } = await ownSupporter(event, 'rest');
  return { title: m.leaveTitle, registration, today: civilDateOf(new Date()) };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const until = civilDateOfForm(form, 'untilOn');
    const body = {
      fromOn: civilDateOfForm(form, 'fromOn') ?? '',
      // empty: open; something that is no date is refused by the API
      untilOn: until === '' ? undefined : (until ?? ''),
      reason: optionalTextOf(form, 'reason'),
    };
    try {
      await call(event, supportersEndpoints.startOwnLeave, { body });
    } catch (problem) {
      return failFrom(problem, valuesOf(form));
    }
    redirect(303, '/my/supporter?rested');
  },
};
