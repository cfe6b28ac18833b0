import { materialsEndpoints } from '@kizuna/shared/contracts/materials.endpoints';
import { lookOf } from '#lib/features/materials/document-view.ts';
import { call } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const material = await loading(event, () =>
    call(event, materialsEndpoints.getPublicMaterial, { params: { materialId: event.params.id } }),
  );
  const look = lookOf(event.url.searchParams, material.document?.pageCount ?? 1);
  return { title: material.title, material, look };
};
