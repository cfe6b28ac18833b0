import { certificationDesignsEndpoints } from '@kizuna/shared/contracts/certification.designs.endpoints';
import { templatesEndpoints } from '@kizuna/shared/contracts/templates.endpoints';
import { sheetLanguages } from '@kizuna/shared/vocabulary/templates';
import { redirect } from '@sveltejs/kit';
import { certificateTemplates } from '#lib/i18n/messages/ja/certificate-templates.ts';
import { call } from '#lib/server/api-client.ts';
import { failFrom, loading, textOf, valuesOf } from '#lib/server/form-helper.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const [templates, designs] = await loading(event, () =>
    Promise.all([
      call(event, templatesEndpoints.listTemplates),
      call(event, certificationDesignsEndpoints.listCertificateDesigns),
    ]),
  );
  const assigned = event.url.searchParams.has('assigned');
  return { title: certificateTemplates.title, templates: templates.items, courses: designs.items, assigned };
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
