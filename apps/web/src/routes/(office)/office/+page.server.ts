import { reportingEndpoints } from '@kizuna/shared/contracts/reporting.endpoints';
import { reportingHome } from '#lib/i18n/messages/ja/reporting-home.ts';
import { call } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  title: reportingHome.title,
  now: new Date().toISOString(),
  home: await loading(event, () => call(event, reportingEndpoints.getOfficeHome)),
});
