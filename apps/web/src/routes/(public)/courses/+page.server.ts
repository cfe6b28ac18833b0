import type { CourseList } from '@kizuna/shared/contracts/courses';
import { courses } from '#lib/i18n/messages/ja/courses.ts';
import { api } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  title: courses.listTitle,
  courses: (await loading(event, () => api(event).get<CourseList>('/api/courses'))).items,
  now: new Date().toISOString(),
});
