import { redirect } from '@sveltejs/kit';
import { viewingsEndpoints } from '@kizuna/shared/contracts/viewings.endpoints';
import { viewings } from '#lib/i18n/messages/ja/viewings.ts';
import { t } from '#lib/i18n/t.ts';
import { call } from '#lib/server/api-client.ts';
import { failFrom, optionalTextOf, valuesOf } from '#lib/server/form-helper.ts';
import { numberOf, viewingOf } from '../viewing.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const viewing = await viewingOf(event);
  return {
    title: t(viewings.nameOf, { association: viewing.association }),
    viewing,
    done: event.url.searchParams.get('done') ?? '',
  };
};

export const actions: Actions = {
  close: async (event) => {
    const form = await event.request.formData();
    const body = { outcome: optionalTextOf(form, 'outcome'), othersCount: numberOf(form, 'othersCount') };
    try {
      await call(event, viewingsEndpoints.closeViewing, {
        params: { groupViewingId: event.params.id ?? '' },
        body,
      });
    } catch (problem) {
      return failFrom(problem, valuesOf(form));
    }
    redirect(303, `/viewings/${event.params.id}?done=closed`);
  },
};
