import type { OfficeMaterialView } from '@kizuna/shared/contracts/materials';
import { redirect } from '@sveltejs/kit';
import { materialDraftOf } from '#lib/features/materials/office/material-draft.ts';
import { materialsOffice } from '#lib/i18n/messages/ja/materials-office.ts';
import { api } from '#lib/server/api-client.ts';
import { failFrom, valuesOf } from '#lib/server/form-helper.ts';
import { courseOptions, materialBodyOf, materialOf, materialPath } from '../../material-form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const [material, courses] = await Promise.all([materialOf(event), courseOptions(event)]);
  return {
    title: materialsOffice.editTitle,
    material,
    draft: materialDraftOf(material),
    courses,
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    try {
      await api(event).patch<OfficeMaterialView>(materialPath(event.params.materialId), {
        body: materialBodyOf(form),
      });
    } catch (problem) {
      return failFrom(problem, valuesOf(form));
    }
    redirect(303, `/office/materials/${event.params.materialId}?done=saved`);
  },
};
