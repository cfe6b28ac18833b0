import { redirect } from '@sveltejs/kit';
import { viewings } from '#lib/i18n/messages/ja/viewings.ts';
import { api } from '#lib/server/api-client.ts';
import { failFrom, optionalTextOf, valuesOf } from '#lib/server/form-helper.ts';
import { choicesOf, numberOf, planOf, viewingOf, viewingPath } from '../../viewing.server.ts';
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
      await api(event).patch(viewingPath(event), { body });
    } catch (problem) {
      return failFrom(problem, valuesOf(form));
    }
    redirect(303, `/viewings/${event.params.id}?done=saved`);
  },
};
