import type { GroupViewingReport } from '@kizuna/shared/contracts/reporting';
import { viewings } from '#lib/i18n/messages/ja/viewings.ts';
import { api } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  title: viewings.reportTitle,
  report: await loading(event, () =>
    api(event).get<GroupViewingReport>('/api/office/reports/group-viewings', {
      query: { fiscalYear: event.url.searchParams.get('year') },
    }),
  ),
});
