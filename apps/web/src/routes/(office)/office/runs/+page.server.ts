import { coursesEndpoints } from '@kizuna/shared/contracts/courses.endpoints';
import { civilDateOf, fiscalYearOf } from '@kizuna/shared/rules/civil-date';
import { runs } from '#lib/i18n/messages/ja/runs.ts';
import { call } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { PageServerLoad } from './$types';

/** The course runs, searched and filtered by the address. */
export const load: PageServerLoad = async (event) => {
  const read = (name: string) => event.url.searchParams.get(name) ?? '';
  const filters = { q: read('q'), fiscalYear: read('fiscalYear') };
  return {
    title: runs.listTitle,
    filters,
    cursor: read('cursor'),
    thisYear: fiscalYearOf(civilDateOf(new Date())),
    list: await loading(event, () =>
      call(event, coursesEndpoints.listOfficeCourseRuns, { query: { ...filters, cursor: read('cursor') } }),
    ),
  };
};
