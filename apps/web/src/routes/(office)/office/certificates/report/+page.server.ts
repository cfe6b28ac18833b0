import { ledgerEndpoints } from '@kizuna/shared/contracts/ledger.endpoints';
import { ledger } from '#lib/i18n/messages/ja/ledger.ts';
import { call } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { PageServerLoad } from './$types';

/** What was issued in each year, and whether the ledger is still what was written. */
export const load: PageServerLoad = async (event) => ({
  title: ledger.reportTitle,
  report: await loading(event, () => call(event, ledgerEndpoints.checkLedger)),
});
