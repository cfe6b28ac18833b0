import { pagesOfficeEndpoints } from '@kizuna/shared/contracts/pages.office.endpoints';
import { inboxFilterOf, runOptionsOf } from '#lib/features/enrolment/office/inbox-address.ts';
import { enrolmentOffice } from '#lib/i18n/messages/ja/enrolment-office.ts';
import { call } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { PageServerLoad } from './$types';

/** The filter lives in the address, so that it can be kept, sent and gone back to. */
export const load: PageServerLoad = async (event) => {
  const filter = inboxFilterOf(event.url.searchParams);
  const cursor = event.url.searchParams.get('cursor');
  const { list, runs } = await loading(event, () =>
    call(event, pagesOfficeEndpoints.getApplicationsPage, { query: { ...filter, cursor } }),
  );
  return {
    title: enrolmentOffice.title,
    filter,
    page: list,
    paged: cursor !== null,
    runs: runOptionsOf(runs),
  };
};
