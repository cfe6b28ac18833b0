import type { DistrictList } from '@kizuna/shared/contracts/people';
import type { SupporterActivityList, SupporterView } from '@kizuna/shared/contracts/supporters';
import { offeredTo } from '#lib/features/supporters/kept-answers.ts';
import { supportersOffice as m } from '#lib/i18n/messages/ja/supporters-office.ts';
import { api } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import { allAnswersOf } from '#lib/features/supporters/supporter-answers.server.ts';
import { saveAnswers } from '#lib/features/supporters/supporter-changes.server.ts';
import type { Actions, PageServerLoad } from './$types';

const pathOf = (id: string) => `/api/office/supporters/${encodeURIComponent(id)}`;

/** All answers of somebody who telephones, on one page. */
export const load: PageServerLoad = async (event) => {
  const [supporter, activities, districts] = await loading(event, () =>
    Promise.all([
      api(event).get<SupporterView>(pathOf(event.params.supporterId)),
      api(event).get<SupporterActivityList>('/api/supporter-activities'),
      api(event).get<DistrictList>('/api/districts'),
    ]),
  );
  return {
    title: m.changeTitle,
    supporter,
    activities: offeredTo(activities.items, supporter),
    districts: districts.items,
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const path = pathOf(event.params.supporterId);
    return saveAnswers(event, form, allAnswersOf(form), {
      read: () => api(event).get<SupporterView>(path),
      path: `${path}/answers`,
      back: `/office/supporters/${event.params.supporterId}`,
    });
  },
};
