import { certificationDesignsEndpoints } from '@kizuna/shared/contracts/certification.designs.endpoints';
import { pagesOfficeEndpoints } from '@kizuna/shared/contracts/pages.office.endpoints';
import { sheetLanguages } from '@kizuna/shared/vocabulary/templates';
import { redirect } from '@sveltejs/kit';
import { certificateTemplates } from '#lib/i18n/messages/ja/certificate-templates.ts';
import { call } from '#lib/server/api-client.ts';
import { failFrom, loading, textOf, valuesOf } from '#lib/server/form-helper.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const page = await loading(event, () => call(event, pagesOfficeEndpoints.getCertificateTemplatesPage));
  const assigned = event.url.searchParams.has('assigned');
  return { ...page, title: certificateTemplates.title, assigned };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const courseId = textOf(form, 'courseId');
    try {
      for (const language of sheetLanguages) {
        const templateId = textOf(form, language) || null;
        await call(event, certificationDesignsEndpoints.assignCertificateDesign, {
          params: { courseId, language },
          body: { templateId },
        });
      }
    } catch (problem) {
      return failFrom(problem, valuesOf(form));
    }
    redirect(303, '/office/certificate-templates?assigned');
  },
};
