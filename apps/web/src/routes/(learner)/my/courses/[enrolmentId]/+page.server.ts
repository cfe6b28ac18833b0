import type { CompletionList } from '@kizuna/shared/contracts/completion';
import type { LearningCourseView } from '@kizuna/shared/contracts/learning';
import type { MaterialList } from '@kizuna/shared/contracts/materials';
import type { MyAttendanceList } from '@kizuna/shared/contracts/sessions';
import { api } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { PageServerLoad } from './$types';

/** One's own course: all its lessons with what is left. */
export const load: PageServerLoad = async (event) => {
  const own = `/api/me/enrolments/${encodeURIComponent(event.params.enrolmentId)}`;
  const course = await loading(event, () => api(event).get<LearningCourseView>(own));
  const [completions, attendance, documents] = await Promise.all([
    api(event)
      .get<CompletionList>('/api/me/completions')
      .catch(() => null),
    api(event)
      .get<MyAttendanceList>(`${own}/attendance`)
      .catch(() => null),
    api(event)
      .get<MaterialList>(`${own}/materials`)
      .catch(() => null),
  ]);
  return {
    title: course.courseTitle,
    now: new Date().toISOString(),
    course,
    completion: completions?.items.find(({ enrolmentId }) => enrolmentId === course.enrolmentId),
    attendance: attendance?.items,
    documents: documents?.items ?? [],
  };
};
