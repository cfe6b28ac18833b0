import { redirect } from '@sveltejs/kit';
import { materialsEndpoints } from '@kizuna/shared/contracts/materials.endpoints';
import { pagesOfficeEndpoints } from '@kizuna/shared/contracts/pages.office.endpoints';
import { materialDraftOf } from '#lib/features/materials/office/material-draft.ts';
import { materialsOffice } from '#lib/i18n/messages/ja/materials-office.ts';
import { call } from '#lib/server/api-client.ts';
import { failFrom, loading, valuesOf } from '#lib/server/form-helper.ts';
import { materialBodyOf } from '../../material-form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  event.depends('kizuna:materials');
  const { material, courses } = await loading(event, () =>
    call(event, pagesOfficeEndpoints.getMaterialFormPage, {
      params: { materialId: event.params.materialId },
    }),
  );
  return {
    title: materialsOffice.editTitle,
    material,
    draft: materialDraftOf(material),
    courses: courses.map((course) => ({ value: course.courseId as string, label: course.title })),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    try {
      await call(event, materialsEndpoints.changeMaterial, {
        params: { materialId: event.params.materialId },
        body: materialBodyOf(form),
      });
    } catch (problem) {
      return failFrom(problem, valuesOf(form));
    }
    redirect(303, `/office/materials/${event.params.materialId}?done=saved`);
  },
};
