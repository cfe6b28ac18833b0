import type { ShiftJisCheck } from '@kizuna/shared/contracts/reporting.ledger';
import { ledgerExport } from '#lib/i18n/messages/ja/ledger-export.ts';
import { api } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { PageServerLoad } from './$types';

/** The filters of the ledger stand in the address, as on its own page. */
export const load: PageServerLoad = async (event) => {
  const query = Object.fromEntries([...event.url.searchParams].filter(([, value]) => value !== ''));
  const check = await loading(event, () =>
    api(event).get<ShiftJisCheck>('/api/office/exports/ledger-shift-jis/check', { query }),
  );
  return { title: ledgerExport.title, check, query: new URLSearchParams(query).toString() };
};
