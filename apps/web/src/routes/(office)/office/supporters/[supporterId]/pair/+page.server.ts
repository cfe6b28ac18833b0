import { redirect } from '@sveltejs/kit';
import { activitiesEndpoints } from '@kizuna/shared/contracts/activities.endpoints';
import { pagesOfficeEndpoints } from '@kizuna/shared/contracts/pages.office.endpoints';
import { supportersOffice as m } from '#lib/i18n/messages/ja/supporters-office.ts';
import { call } from '#lib/server/api-client.ts';
import { failFrom, loading, optionalTextOf, textOf, valuesOf } from '#lib/server/form-helper.ts';
import type { Actions, PageServerLoad } from './$types';

/** The two of a pair before it is recorded, and what they could do together. */
export const load: PageServerLoad = async (event) => {
  const { supporterId } = event.params;
  const query = { with: event.url.searchParams.get('with') };
  const page = await loading(event, () =>
    call(event, pagesOfficeEndpoints.getPairFormPage, { params: { supporterId }, query }),
  );
  return { ...page, title: m.pairTitle };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const body = {
      firstId: event.params.supporterId,
      secondId: textOf(form, 'secondId'),
      activityId: optionalTextOf(form, 'activityId'),
      note: optionalTextOf(form, 'note'),
    };
    try {
      await call(event, activitiesEndpoints.pairSupporters, { body });
    } catch (problem) {
      return failFrom(problem, valuesOf(form));
    }
    redirect(303, `/office/supporters/${event.params.supporterId}?paired`);
  },
};
