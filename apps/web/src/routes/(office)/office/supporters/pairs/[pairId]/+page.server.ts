import { redirect } from '@sveltejs/kit';
import type { PairView } from '@kizuna/shared/contracts/activities';
import { supportersOffice as m } from '#lib/i18n/messages/ja/supporters-office.ts';
import { api } from '#lib/server/api-client.ts';
import { failFrom, loading, textOf, valuesOf } from '#lib/server/form-helper.ts';
import type { Actions, PageServerLoad } from './$types';

const pathOf = (id: string) => `/api/office/supporter-pairs/${encodeURIComponent(id)}`;

/** What a dissolution does, before it is done. */
export const load: PageServerLoad = async (event) => {
  const pair = await loading(event, () => api(event).get<PairView>(pathOf(event.params.pairId)));
  return { title: m.dissolveHeading, pair };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    try {
      await api(event).post(`${pathOf(event.params.pairId)}/dissolution`, {
        body: { reason: textOf(form, 'reason') },
      });
    } catch (problem) {
      return failFrom(problem, valuesOf(form));
    }
    redirect(303, '/office/supporters/pairs?dissolved');
  },
};
