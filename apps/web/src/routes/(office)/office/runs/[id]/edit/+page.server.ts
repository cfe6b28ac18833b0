import type { CourseRunAdminView } from '@kizuna/shared/contracts/courses';
import { redirect } from '@sveltejs/kit';
import { runs } from '#lib/i18n/messages/ja/runs.ts';
import { t } from '#lib/i18n/t.ts';
import { api } from '#lib/server/api-client.ts';
import { failFrom, loading, valuesOf } from '#lib/server/form-helper.ts';
import { draftOf, instructorsOf, runBodyOf } from '../../run-form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const path = `/api/office/course-runs/${encodeURIComponent(event.params.id)}`;
  const [run, instructors] = await loading(event, () =>
    Promise.all([api(event).get<CourseRunAdminView>(path), instructorsOf(event)]),
  );
  return { title: t(runs.editTitle, { run: run.name }), run, draft: draftOf(run), instructors };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    try {
      const path = `/api/office/course-runs/${encodeURIComponent(event.params.id)}`;
      await api(event).patch<CourseRunAdminView>(path, { body: runBodyOf(form) });
    } catch (problem) {
      return failFrom(problem, valuesOf(form));
    }
    redirect(303, `/office/runs/${event.params.id}?done=saved`);
  },
};
