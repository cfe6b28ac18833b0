import { reportingEndpoints } from '@kizuna/shared/contracts/reporting.endpoints';
import { viewings } from '#lib/i18n/messages/ja/viewings.ts';
import { call } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  title: viewings.reportTitle,
  report: await loading(event, () =>
    call(event, reportingEndpoints.getViewingReport, {
      query: { fiscalYear: event.url.searchParams.get('year') },
    }),
  ),
});
