import { materialsEndpoints } from '@kizuna/shared/contracts/materials.endpoints';
import { materialsOffice } from '#lib/i18n/messages/ja/materials-office.ts';
import { call } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { PageServerLoad } from './$types';

/** The library with its drafts. */
export const load: PageServerLoad = async (event) => {
  const { items } = await loading(event, () => call(event, materialsEndpoints.listMaterials));
  return { title: materialsOffice.title, items };
};
