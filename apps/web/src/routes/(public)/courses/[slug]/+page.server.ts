import type { CourseView } from '@kizuna/shared/contracts/courses';
import { api } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const path = `/api/courses/${encodeURIComponent(event.params.slug)}`;
  const course = await loading(event, () => api(event).get<CourseView>(path));
  return { title: course.title, course, now: new Date().toISOString() };
};
