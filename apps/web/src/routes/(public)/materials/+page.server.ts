import type { MaterialList } from '@kizuna/shared/contracts/courses';
import { courses } from '#lib/i18n/messages/ja/courses.ts';
import { api } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { items } = await loading(event, () => api(event).get<MaterialList>('/api/materials'));
  const titles = [...new Set(items.map((item) => item.courseTitle))];
  return {
    title: courses.materialsTitle,
    groups: titles.map((title) => ({ title, items: items.filter((item) => item.courseTitle === title) })),
  };
};
