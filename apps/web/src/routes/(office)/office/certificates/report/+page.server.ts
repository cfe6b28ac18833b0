import type { LedgerView } from '@kizuna/shared/contracts/ledger';
import { ledger } from '#lib/i18n/messages/ja/ledger.ts';
import { api } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { PageServerLoad } from './$types';

/** What was issued in each year, and whether the ledger is still what was written. */
export const load: PageServerLoad = async (event) => ({
  title: ledger.reportTitle,
  report: await loading(event, () => api(event).get<LedgerView>('/api/office/ledger')),
});
