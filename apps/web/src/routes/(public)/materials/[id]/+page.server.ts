import type { MaterialView } from '@kizuna/shared/contracts/materials';
import { lookOf } from '#lib/features/materials/document-view.ts';
import { api } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const path = `/api/materials/${encodeURIComponent(event.params.id)}`;
  const material = await loading(event, () => api(event).get<MaterialView>(path));
  const look = lookOf(event.url.searchParams, material.document?.pageCount ?? 1);
  return { title: material.title, material, look };
};
