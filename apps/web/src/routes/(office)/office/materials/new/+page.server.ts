import type { OfficeMaterialView } from '@kizuna/shared/contracts/materials';
import { materialsEndpoints } from '@kizuna/shared/contracts/materials.endpoints';
import { redirect } from '@sveltejs/kit';
import { materialsOffice } from '#lib/i18n/messages/ja/materials-office.ts';
import { call } from '#lib/server/api-client.ts';
import { failFrom, textOf, valuesOf } from '#lib/server/form-helper.ts';
import { courseOptions, materialBodyOf } from '../material-form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  title: materialsOffice.newTitle,
  courses: await courseOptions(event),
  key: crypto.randomUUID(),
});

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    let material: OfficeMaterialView;
    try {
      material = await call(event, materialsEndpoints.createMaterial, {
        body: materialBodyOf(form),
        idempotencyKey: textOf(form, 'key'),
      });
    } catch (problem) {
      return failFrom(problem, valuesOf(form));
    }
    redirect(303, `/office/materials/${material.materialId}?done=created`);
  },
};
