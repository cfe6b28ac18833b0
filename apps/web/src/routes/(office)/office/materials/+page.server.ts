import type { OfficeMaterialList } from '@kizuna/shared/contracts/materials';
import { materialsOffice } from '#lib/i18n/messages/ja/materials-office.ts';
import { api } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { PageServerLoad } from './$types';

/** The library with its drafts. */
export const load: PageServerLoad = async (event) => {
  const { items } = await loading(event, () => api(event).get<OfficeMaterialList>('/api/office/materials'));
  return { title: materialsOffice.title, items };
};
