import { redirect } from '@sveltejs/kit';
import { activitiesEndpoints } from '@kizuna/shared/contracts/activities.endpoints';
import { supportersOffice as m } from '#lib/i18n/messages/ja/supporters-office.ts';
import { call } from '#lib/server/api-client.ts';
import { failFrom, loading, textOf, valuesOf } from '#lib/server/form-helper.ts';
import type { Actions, PageServerLoad } from './$types';

/** What a dissolution does, before it is done. */
export const load: PageServerLoad = async (event) => {
  const pair = await loading(event, () =>
    call(event, activitiesEndpoints.getPair, { params: { supporterPairId: event.params.pairId } }),
  );
  return { title: m.dissolveHeading, pair };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    try {
      await call(event, activitiesEndpoints.dissolvePair, {
        params: { supporterPairId: event.params.pairId },
        body: { reason: textOf(form, 'reason') },
      });
    } catch (problem) {
      return failFrom(problem, valuesOf(form));
    }
    redirect(303, '/office/supporters/pairs?dissolved');
  },
};
