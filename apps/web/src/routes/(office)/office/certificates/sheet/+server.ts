import { ledgerEndpoints } from '@kizuna/shared/contracts/ledger.endpoints';
import { callForFile } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import { passedOnQuery } from '#lib/server/passed-on-query.ts';
import type { RequestHandler } from './$types';

/** The ledger as paper, of the year and course in the address. */
export const GET: RequestHandler = (event) =>
  loading(event, () =>
    callForFile(event, ledgerEndpoints.printLedgerSheet, {
      query: passedOnQuery(event.url, ledgerEndpoints.printLedgerSheet),
    }),
  );
