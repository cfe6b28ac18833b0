import { pagesOfficeEndpoints } from '@kizuna/shared/contracts/pages.office.endpoints';
import { supportersOffice as m } from '#lib/i18n/messages/ja/supporters-office.ts';
import { call } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import { supporterFiltersOf } from '#lib/features/supporters/office/supporter-filters.server.ts';
import type { PageServerLoad } from './$types';

/** Everybody who is or was registered, filtered by the address. */
export const load: PageServerLoad = async (event) => {
  const filters = supporterFiltersOf(event.url);
  const cursor = event.url.searchParams.get('cursor') ?? '';
  const page = await loading(event, () =>
    call(event, pagesOfficeEndpoints.getSupportersPage, { query: { ...filters, cursor } }),
  );
  return { ...page, title: m.title, filters, cursor };
};
