import type { DistrictList } from '@kizuna/shared/contracts/people';
import type { SupporterActivityList, SupporterPage } from '@kizuna/shared/contracts/supporters';
import { supportersOffice as m } from '#lib/i18n/messages/ja/supporters-office.ts';
import { api } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { PageServerLoad } from './$types';

/** Everybody who is or was registered, filtered by the address. */
export const load: PageServerLoad = async (event) => {
  const read = (name: string) => event.url.searchParams.get(name) ?? '';
  const filters = {
    q: read('q'),
    state: read('state'),
    activityId: read('activityId'),
    slot: read('slot'),
    districtId: read('districtId'),
    renewalDue: read('renewalDue'),
  };
  const given = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ''));
  const cursor = read('cursor');
  const [list, activities, districts] = await loading(event, () =>
    Promise.all([
      api(event).get<SupporterPage>('/api/office/supporters', {
        query: { ...given, ...(cursor ? { cursor } : {}) },
      }),
      api(event).get<SupporterActivityList>('/api/supporter-activities'),
      api(event).get<DistrictList>('/api/districts'),
    ]),
  );
  return {
    title: m.title,
    filters,
    cursor,
    list,
    activities: activities.items,
    districts: districts.items,
  };
};
