import { redirect } from '@sveltejs/kit';
import { materialsEndpoints } from '@kizuna/shared/contracts/materials.endpoints';
import { materialsOffice } from '#lib/i18n/messages/ja/materials-office.ts';
import { call } from '#lib/server/api-client.ts';
import { failFrom, textOf, valuesOf } from '#lib/server/form-helper.ts';
import { materialOf } from '../material-form.server.ts';
import type { Actions, PageServerLoad } from './$types';

const answers = {
  created: materialsOffice.created,
  saved: materialsOffice.saved,
  published: materialsOffice.published,
  draft: materialsOffice.draft,
  archived: materialsOffice.archived,
  text: materialsOffice.textSaved,
  lesson: materialsOffice.lessonSaved,
};

/** One document with everything that belongs to it. */
export const load: PageServerLoad = async (event) => {
  const material = await materialOf(event);
  const done = event.url.searchParams.get('done') ?? '';
  return {
    title: material.title,
    material,
    done: Object.hasOwn(answers, done) ? answers[done as keyof typeof answers] : null,
  };
};

export const actions: Actions = {
  publish: async (event) => {
    const form = await event.request.formData();
    const state = textOf(form, 'state');
    try {
      await call(event, materialsEndpoints.setMaterialPublication, {
        params: { materialId: event.params.materialId },
        body: { state },
      });
    } catch (problem) {
      return failFrom(problem, valuesOf(form));
    }
    redirect(303, `/office/materials/${event.params.materialId}?done=${encodeURIComponent(state)}`);
  },
  lesson: async (event) => {
    const form = await event.request.formData();
    try {
      await call(event, materialsEndpoints.showMaterialInLesson, {
        params: { materialId: event.params.materialId },
        body: { lessonId: textOf(form, 'lessonId') },
      });
    } catch (problem) {
      return failFrom(problem, valuesOf(form));
    }
    redirect(303, `/office/materials/${event.params.materialId}?done=lesson`);
  },
};
