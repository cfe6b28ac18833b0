import { certificationBatchesEndpoints } from '@kizuna/shared/contracts/certification.batches.endpoints';
import { coursesEndpoints } from '@kizuna/shared/contracts/courses.endpoints';
import { reportingEndpoints } from '@kizuna/shared/contracts/reporting.endpoints';
import { runs } from '#lib/i18n/messages/ja/runs.ts';
import { call } from '#lib/server/api-client.ts';
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
  const courseRunId = event.params.id;
  const [run, board, batches] = await loading(event, () =>
    Promise.all([
      call(event, coursesEndpoints.getOfficeCourseRun, { params: { courseRunId } }),
      call(event, reportingEndpoints.getRunBoard, { params: { courseRunId } }),
      call(event, certificationBatchesEndpoints.listCertificateBatches, { params: { courseRunId } }),
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
