import type { CompletionList, CompletionView } from '@kizuna/shared/contracts/completion';
import type { CourseRunAdminView } from '@kizuna/shared/contracts/courses';
import type { RequestEvent } from '@sveltejs/kit';
import { api } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';

/** A run with everybody's completion. */
export async function runCompletions(
  event: RequestEvent,
  courseRunId: string,
): Promise<{ run: CourseRunAdminView; items: CompletionView[] }> {
  const id = encodeURIComponent(courseRunId);
  const [run, list] = await loading(event, () =>
    Promise.all([
      api(event).get<CourseRunAdminView>(`/api/office/course-runs/${id}`),
      api(event).get<CompletionList>(`/api/office/course-runs/${id}/completions`),
    ]),
  );
  return { run, items: list.items };
}
