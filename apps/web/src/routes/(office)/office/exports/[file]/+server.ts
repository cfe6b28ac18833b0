import { reportingEndpoints } from '@kizuna/shared/contracts/reporting.endpoints';
import { reportingLedgerEndpoints } from '@kizuna/shared/contracts/reporting.ledger.endpoints';
import { error } from '@sveltejs/kit';
import { callForFile } from '#lib/server/api-client.ts';
import { loading, messageOf } from '#lib/server/form-helper.ts';
import { passedOnQuery } from '#lib/server/passed-on-query.ts';
import type { RequestHandler } from './$types';

const files = {
  'applications.csv': reportingEndpoints.exportApplications,
  'roster.csv': reportingEndpoints.exportRoster,
  'progress.csv': reportingEndpoints.exportProgress,
  'ledger.csv': reportingLedgerEndpoints.exportLedger,
  'ledger-shift-jis.csv': reportingLedgerEndpoints.exportLedgerShiftJis,
  'group-viewings.csv': reportingEndpoints.exportViewings,
  'supporters.csv': reportingEndpoints.exportSupporters,
};

/** Passes on a CSV of the API with its file name; the filters are in the URL. */
export const GET: RequestHandler = (event) => {
  const endpoint = Object.entries(files).find(([name]) => name === event.params.file)?.[1];
  if (!endpoint) error(404, { message: messageOf('platform.not_found') });
  return loading(event, () => callForFile(event, endpoint, { query: passedOnQuery(event.url, endpoint) }));
};
