import type { CertificatePage } from '@kizuna/shared/contracts/certification';
import type { CourseRunPage } from '@kizuna/shared/contracts/courses';
import { civilDateOf, fiscalYearOf } from '@kizuna/shared/rules/civil-date';
import { certificatesOffice } from '#lib/i18n/messages/ja/certificates-office.ts';
import { api } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { PageServerLoad } from './$types';

/** The ledger (修了者台帳), searched and filtered by the address. */
export const load: PageServerLoad = async (event) => {
  const read = (name: string) => event.url.searchParams.get(name) ?? '';
  const filters = { q: read('q'), fiscalYear: read('fiscalYear'), courseRunId: read('courseRunId') };
  const [list, runs] = await loading(event, () =>
    Promise.all([
      api(event).get<CertificatePage>('/api/office/certificates', {
        query: { ...filters, cursor: read('cursor') },
      }),
      api(event).get<CourseRunPage>('/api/office/course-runs', { query: { limit: 200 } }),
    ]),
  );
  return {
    title: certificatesOffice.ledgerTitle,
    filters,
    cursor: read('cursor'),
    thisYear: fiscalYearOf(civilDateOf(new Date())),
    list,
    runs: runs.items.map((run) => ({
      value: run.courseRunId as string,
      label: run.name,
      group: run.courseTitle,
    })),
  };
};
