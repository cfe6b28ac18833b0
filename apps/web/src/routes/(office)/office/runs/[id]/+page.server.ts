import type { CertificateBatchList } from '@kizuna/shared/contracts/certification.batches';
import type { CourseRunAdminView } from '@kizuna/shared/contracts/courses';
import type { RunBoard } from '@kizuna/shared/contracts/reporting';
import { runs } from '#lib/i18n/messages/ja/runs.ts';
import { api } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { PageServerLoad } from './$types';

const answers = {
  saved: runs.saved,
  created: runs.created,
  dayAdded: runs.dayAdded,
  dayChanged: runs.dayChanged,
};

/** A course run with its days and the board of its people. */
export const load: PageServerLoad = async (event) => {
  const id = encodeURIComponent(event.params.id);
  const [run, board, batches] = await loading(event, () =>
    Promise.all([
      api(event).get<CourseRunAdminView>(`/api/office/course-runs/${id}`),
      api(event).get<RunBoard>(`/api/office/reports/course-runs/${id}/board`),
      api(event).get<CertificateBatchList>(`/api/office/course-runs/${id}/certificate-batches`),
    ]),
  );
  const done = event.url.searchParams.get('done') ?? '';
  return {
    title: run.name,
    run,
    board,
    batches: batches.items,
    now: new Date().toISOString(),
    done: Object.hasOwn(answers, done) ? answers[done as keyof typeof answers] : null,
  };
};
