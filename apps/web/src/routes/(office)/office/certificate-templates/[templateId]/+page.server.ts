import type { TemplateView } from '@kizuna/shared/contracts/templates';
import { templatesEndpoints } from '@kizuna/shared/contracts/templates.endpoints';
import { fail, redirect } from '@sveltejs/kit';
import { draftOf } from '#lib/features/templates/template-draft.ts';
import { atControls, designOf, keepPictures } from '#lib/features/templates/template-form.server.ts';
import { certificateTemplates } from '#lib/i18n/messages/ja/certificate-templates.ts';
import { t } from '#lib/i18n/t.ts';
import { call, callForFile } from '#lib/server/api-client.ts';
import { ApiError } from '#lib/server/api-error.ts';
import { errorsOf, failFrom, loading, textOf, valuesOf } from '#lib/server/form-helper.ts';
import type { Actions, PageServerLoad } from './$types';
const pageOf = (templateId: string, done: string) =>
  `/office/certificate-templates/${templateId}?done=${done}`;

export const load: PageServerLoad = async (event) => {
  const template = await loading(event, () =>
    call(event, templatesEndpoints.getTemplate, { params: { templateId: event.params['templateId'] } }),
  );
  return {
    title: t(certificateTemplates.editTitle, { name: template.name }),
    template,
    draft: draftOf(template),
    done: event.url.searchParams.get('done'),
    key: crypto.randomUUID(),
  };
};

export const actions: Actions = {
  save: async (event) => {
    const form = await event.request.formData();
    try {
      await keepPictures(form, (file) =>
        call(event, templatesEndpoints.addTemplateImage, { body: { file } }),
      );
      const body = {
        name: textOf(form, 'name'),
        design: designOf(form),
        revision: Number(form.get('revision')),
      };
      await call(event, templatesEndpoints.saveTemplateDraft, {
        params: { templateId: event.params['templateId'] },
        body,
      });
    } catch (problem) {
      if (!(problem instanceof ApiError)) throw problem;
      return fail(problem.status, { values: valuesOf(form), errors: atControls(errorsOf(problem)) });
    }
    redirect(303, pageOf(event.params.templateId, 'saved'));
  },

  /** Without JavaScript: the page again, with the preview of the input or its errors. */
  preview: async (event) => {
    const form = await event.request.formData();
    const values = valuesOf(form);
    try {
      const body = { design: designOf(form), sample: textOf(form, 'sample') || 'usual' };
      await callForFile(event, templatesEndpoints.previewTemplate, { body });
    } catch (problem) {
      if (!(problem instanceof ApiError)) throw problem;
      return fail(problem.status, { values, errors: atControls(errorsOf(problem)) });
    }
    return { values, errors: [] };
  },

  adopt: async (event) => {
    const form = await event.request.formData();
    try {
      const body = { revision: Number(form.get('revision')) };
      await call(event, templatesEndpoints.adoptTemplate, {
        params: { templateId: event.params['templateId'] },
        body,
      });
    } catch (problem) {
      return failFrom(problem, {});
    }
    redirect(303, pageOf(event.params.templateId, 'adopted'));
  },

  copy: async (event) => {
    const form = await event.request.formData();
    let made: TemplateView;
    try {
      made = await call(event, templatesEndpoints.copyTemplate, {
        body: { copyOf: event.params.templateId, name: textOf(form, 'copyName') },
        idempotencyKey: textOf(form, 'key'),
      });
    } catch (problem) {
      if (!(problem instanceof ApiError)) throw problem;
      const errors = errorsOf(problem).map(({ message }) => ({ field: 'copyName', message }));
      return fail(problem.status, { values: undefined, errors });
    }
    redirect(303, pageOf(made.templateId, 'copied'));
  },
};
