import { redirect } from '@sveltejs/kit';
import type { SupporterActivityList, SupporterView } from '@kizuna/shared/contracts/supporters';
import { supportersOffice as m } from '#lib/i18n/messages/ja/supporters-office.ts';
import { api } from '#lib/server/api-client.ts';
import { failFrom, loading, optionalTextOf, textOf, valuesOf } from '#lib/server/form-helper.ts';
import type { Actions, PageServerLoad } from './$types';

const pathOf = (id: string) => `/api/office/supporters/${encodeURIComponent(id)}`;

/** The two of a pair before it is recorded, and what they could do together. */
export const load: PageServerLoad = async (event) => {
  const other = event.url.searchParams.get('with') ?? '';
  const [first, second, activities] = await loading(event, () =>
    Promise.all([
      api(event).get<SupporterView>(pathOf(event.params.supporterId)),
      api(event).get<SupporterView>(pathOf(other)),
      api(event).get<SupporterActivityList>('/api/supporter-activities'),
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
      await api(event).post('/api/office/supporter-pairs', { body });
    } catch (problem) {
      return failFrom(problem, valuesOf(form));
    }
    redirect(303, `/office/supporters/${event.params.supporterId}?paired`);
  },
};
