import { redirect } from '@sveltejs/kit';
import { activitiesEndpoints } from '@kizuna/shared/contracts/activities.endpoints';
import { supportersEndpoints } from '@kizuna/shared/contracts/supporters.endpoints';
import { supportersOffice as m } from '#lib/i18n/messages/ja/supporters-office.ts';
import { call } from '#lib/server/api-client.ts';
import { failFrom, loading, optionalTextOf, textOf, valuesOf } from '#lib/server/form-helper.ts';
import type { Actions, PageServerLoad } from './$types';

/** The two of a pair before it is recorded, and what they could do together. */
export const load: PageServerLoad = async (event) => {
  const other = event.url.searchParams.get('with') ?? '';
  const [first, second, activities] = await loading(event, () =>
    Promise.all([
      call(event, supportersEndpoints.getSupporter, { params: { supporterId: event.params.supporterId } }),
      call(event, supportersEndpoints.getSupporter, { params: { supporterId: other } }),
      call(event, supportersEndpoints.listSupporterActivities),
    ]),
  );
  return { title: m.pairTitle, first, second, activities: activities.items };
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
