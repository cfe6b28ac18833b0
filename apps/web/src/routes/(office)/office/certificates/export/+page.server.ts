import { reportingLedgerEndpoints } from '@kizuna/shared/contracts/reporting.ledger.endpoints';
import { ledgerExport } from '#lib/i18n/messages/ja/ledger-export.ts';
import { call } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import { passedOnQuery } from '#lib/server/passed-on-query.ts';
import type { PageServerLoad } from './$types';

/** The filters of the ledger are in the URL, as on the ledger's page. */
export const load: PageServerLoad = async (event) => {
  const query = passedOnQuery(event.url, reportingLedgerEndpoints.checkLedgerShiftJis);
  const given = [...event.url.searchParams].filter(([, value]) => value !== '');
  const check = await loading(event, () =>
    call(event, reportingLedgerEndpoints.checkLedgerShiftJis, { query }),
  );
  return { title: ledgerExport.title, check, query: new URLSearchParams(given).toString() };
};
