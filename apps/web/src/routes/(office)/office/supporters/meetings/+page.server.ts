import { activitiesEndpoints } from '@kizuna/shared/contracts/activities.endpoints';
import { supportersOffice as m } from '#lib/i18n/messages/ja/supporters-office.ts';
import { call } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  title: m.meetingsTitle,
  list: await loading(event, () => call(event, activitiesEndpoints.listMeetings)),
});
