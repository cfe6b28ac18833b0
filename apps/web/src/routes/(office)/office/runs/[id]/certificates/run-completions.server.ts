import type { CompletionView } from '@kizuna/shared/contracts/completion';
import { completionEndpoints } from '@kizuna/shared/contracts/completion.endpoints';
import type { CourseRunAdminView } from '@kizuna/shared/contracts/courses';
import { coursesEndpoints } from '@kizuna/shared/contracts/courses.endpoints';
import type { RequestEvent } from '@sveltejs/kit';
import { call } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';

/** A run with everybody's completion. */
export async function runCompletions(
  event: RequestEvent,
  courseRunId: string,
): Promise<{ run: CourseRunAdminView; items: CompletionView[] }> {
  const [run, list] = await loading(event, () =>
    Promise.all([
      call(event, coursesEndpoints.getOfficeCourseRun, { params: { courseRunId } }),
      call(event, completionEndpoints.listRunCompletions, { params: { courseRunId } }),
    ]),
  );
  return { run, items: list.items };
}
