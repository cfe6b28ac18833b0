import { redirect } from '@sveltejs/kit';
import { pagesInstructorEndpoints } from '@kizuna/shared/contracts/pages.instructor.endpoints';
import { viewingsEndpoints } from '@kizuna/shared/contracts/viewings.endpoints';
import { viewings } from '#lib/i18n/messages/ja/viewings.ts';
import { call } from '#lib/server/api-client.ts';
import { failFrom, loading, optionalTextOf, valuesOf } from '#lib/server/form-helper.ts';
import { numberOf, planOf } from '../../viewing.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { viewing, films, districts } = await loading(event, () =>
    call(event, pagesInstructorEndpoints.getViewingFormPage, { params: { groupViewingId: event.params.id } }),
  );
  return { title: viewings.editTitle, viewing, films, districts };
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
