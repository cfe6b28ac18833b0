import type { CourseRunPage } from '@kizuna/shared/contracts/courses';
import type { ApplicationPage } from '@kizuna/shared/contracts/enrolment';
import { inboxFilterOf, runOptionsOf } from '#lib/features/enrolment/office/inbox-address.ts';
import { enrolmentOffice } from '#lib/i18n/messages/ja/enrolment-office.ts';
import { api } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { PageServerLoad } from './$types';

/** The filter lives in the address, so that it can be kept, sent and gone back to. */
export const load: PageServerLoad = async (event) => {
  const filter = inboxFilterOf(event.url.searchParams);
  const cursor = event.url.searchParams.get('cursor');
  const [page, runs] = await loading(event, () =>
    Promise.all([
      api(event).get<ApplicationPage>('/api/office/applications', { query: { ...filter, cursor } }),
      api(event).get<CourseRunPage>('/api/office/course-runs', { query: { limit: 200 } }),
    ]),
  );
  return {
    title: enrolmentOffice.title,
    filter,
    page,
    paged: cursor !== null,
    runs: runOptionsOf(runs.items),
  };
};
