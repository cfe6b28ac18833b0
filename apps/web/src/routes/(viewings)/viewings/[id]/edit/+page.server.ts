import { redirect } from '@sveltejs/kit';
import { viewingsEndpoints } from '@kizuna/shared/contracts/viewings.endpoints';
import { viewings } from '#lib/i18n/messages/ja/viewings.ts';
import { call } from '#lib/server/api-client.ts';
import { failFrom, optionalTextOf, valuesOf } from '#lib/server/form-helper.ts';
import { choicesOf, numberOf, planOf, viewingOf } from '../../viewing.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const [viewing, choices] = await Promise.all([viewingOf(event), choicesOf(event)]);
  return { title: viewings.editTitle, viewing, ...choices };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const body = {
      ...planOf(form),
      revision: numberOf(form, 'revision'),
      othersCount: numberOf(form, 'othersCount') ?? null,
      reason: optionalTextOf(form, 'reason'),
    };
    try {
      await call(event, viewingsEndpoints.correctViewing, {
        params: { groupViewingId: event.params.id ?? '' },
        body,
      });
    } catch (problem) {
      return failFrom(problem, valuesOf(form));
    }
    redirect(303, `/viewings/${event.params.id}?done=saved`);
  },
};
