import { completionEndpoints } from '@kizuna/shared/contracts/completion.endpoints';
import { learningEndpoints } from '@kizuna/shared/contracts/learning.endpoints';
import { sessionsEndpoints } from '@kizuna/shared/contracts/sessions.endpoints';
import { call } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { PageServerLoad } from './$types';

/** One's own course: all its lessons with what is left. */
export const load: PageServerLoad = async (event) => {
  const course = await loading(event, () =>
    call(event, learningEndpoints.getLearningCourse, { params: { enrolmentId: event.params.enrolmentId } }),
  );
  const [completions, attendance, documents] = await Promise.all([
    call(event, completionEndpoints.listOwnCompletions).catch(() => null),
    call(event, sessionsEndpoints.listOwnAttendance, {
      params: { enrolmentId: event.params.enrolmentId },
    }).catch(() => null),
    call(event, learningEndpoints.listCourseMaterials, {
      params: { enrolmentId: event.params.enrolmentId },
    }).catch(() => null),
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
