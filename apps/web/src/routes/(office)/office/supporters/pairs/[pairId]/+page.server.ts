import { error, redirect } from '@sveltejs/kit';
import type { PairList } from '@kizuna/shared/contracts/supporter-activities';
import { supportersOffice as m } from '#lib/i18n/messages/ja/supporters-office.ts';
import { api } from '#lib/server/api-client.ts';
import { failFrom, loading, messageOf, textOf, valuesOf } from '#lib/server/form-helper.ts';
import type { Actions, PageServerLoad } from './$types';

/** What a dissolution does, before it is done. */
export const load: PageServerLoad = async (event) => {
  const { items } = await loading(event, () =>
    api(event).get<PairList>('/api/office/supporter-pairs', { query: { dissolved: false } }),
  );
  const pair = items.find(({ supporterPairId }) => supporterPairId === event.params.pairId);
  if (!pair) error(404, { message: messageOf('platform.not_found') });
  return { title: m.dissolveHeading, pair };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const path = `/api/office/supporter-pairs/${encodeURIComponent(event.params.pairId)}/dissolution`;
    try {
      await api(event).post(path, { body: { reason: textOf(form, 'reason') } });
    } catch (problem) {
      return failFrom(problem, valuesOf(form));
    }
    redirect(303, '/office/supporters/pairs?dissolved');
  },
};
