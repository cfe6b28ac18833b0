import { coursesEndpoints } from '@kizuna/shared/contracts/courses.endpoints';
import { courses } from '#lib/i18n/messages/ja/courses.ts';
import { call } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  title: courses.listTitle,
  courses: (await loading(event, () => call(event, coursesEndpoints.listCourses))).items,
  now: new Date().toISOString(),
});
