import type { OfficeHome } from '@kizuna/shared/contracts/reporting';
import { reportingHome } from '#lib/i18n/messages/ja/reporting-home.ts';
import { api } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  title: reportingHome.title,
  now: new Date().toISOString(),
  home: await loading(event, () => api(event).get<OfficeHome>('/api/office/home')),
});
