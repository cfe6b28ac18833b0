import { error, redirect } from '@sveltejs/kit';
import { materialsEndpoints } from '@kizuna/shared/contracts/materials.endpoints';
import { materialsOffice } from '#lib/i18n/messages/ja/materials-office.ts';
import { t } from '#lib/i18n/t.ts';
import { call } from '#lib/server/api-client.ts';
import { failFrom, messageOf, textOf, valuesOf } from '#lib/server/form-helper.ts';
import { materialOf } from '../../material-form.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** The text version, page by page beside its picture. */
export const load: PageServerLoad = async (event) => {
  const material = await materialOf(event);
  const { document, textRevision } = material;
  if (!document) error(404, { message: messageOf('platform.not_found') });
  return {
    title: t(materialsOffice.textEditTitle, { title: material.title }),
    material,
    document,
    textRevision,
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const count = Number.parseInt(textOf(form, 'count'), 10) || 0;
    const pages = Array.from({ length: Math.min(count, 300) }, (_, index) =>
      textOf(form, `pages.${index}`).replace(/\r\n?/g, '\n'),
    );
    const revision = Number.parseInt(textOf(form, 'revision'), 10) || 0;
    try {
      await call(event, materialsEndpoints.editMaterialText, {
        params: { materialId: event.params.materialId },
        body: { documentId: textOf(form, 'documentId'), revision, pages },
      });
    } catch (problem) {
      return failFrom(problem, valuesOf(form));
    }
    redirect(303, `/office/materials/${event.params.materialId}?done=text`);
  },
};
