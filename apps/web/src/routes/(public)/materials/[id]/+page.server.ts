import type { MaterialView } from '@kizuna/shared/contracts/courses';
import { api } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const path = `/api/materials/${encodeURIComponent(event.params.id)}`;
  const material = await loading(event, () => api(event).get<MaterialView>(path));
  return { title: material.title, material };
};
