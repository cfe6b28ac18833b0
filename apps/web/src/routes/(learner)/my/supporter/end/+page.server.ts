import { redirect } from '@sveltejs/kit';
import { supportersEndpoints } from '@kizuna/shared/contracts/supporters.endpoints';
import { supporters as m } from '#lib/i18n/messages/ja/supporters.ts';
import { call } from '#lib/server/api-client.ts';
import { failFrom, optionalTextOf, valuesOf } from '#lib/server/form-helper.ts';
import { ownSupporter } from '#lib/features/supporters/learner/own-supporter.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** What an ending does, before it is done. */
export const load: PageServerLoad = async (event) => {
  await ownSupporter(event, 'end');
  return { title: m.endTitle };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    try {
      await call(event, supportersEndpoints.endOwnRegistration, {
        body: { reason: optionalTextOf(form, 'reason') },
      });
    } catch (problem) {
      return failFrom(problem, valuesOf(form));
    }
    redirect(303, '/my/supporter?ended');
  },
};
