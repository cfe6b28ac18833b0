import type { CourseRunAdminView } from '@kizuna/shared/contracts/courses';
import { redirect } from '@sveltejs/kit';
import { runs } from '#lib/i18n/messages/ja/runs.ts';
import { api } from '#lib/server/api-client.ts';
import { failFrom, loading, textOf, valuesOf } from '#lib/server/form-helper.ts';
import { dayBodyOf, dayDraftOf } from '../day-form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const path = `/api/office/course-runs/${encodeURIComponent(event.params.id)}`;
  const run = await loading(event, () => api(event).get<CourseRunAdminView>(path));
  const draft = dayDraftOf(run.classSessions.at(-1), true);
  const only = run.trainingDayLessons.length === 1 ? (run.trainingDayLessons[0]?.lessonId ?? '') : '';
  return {
    title: runs.newDayTitle,
    run,
    draft: { ...draft, lessonId: only as string },
    key: crypto.randomUUID(),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    try {
      const path = `/api/office/course-runs/${encodeURIComponent(event.params.id)}/class-sessions`;
      const idempotencyKey = textOf(form, 'key');
      await api(event).post<CourseRunAdminView>(path, { body: dayBodyOf(form), idempotencyKey });
    } catch (problem) {
      return failFrom(problem, valuesOf(form));
    }
    redirect(303, `/office/runs/${event.params.id}?done=dayAdded`);
  },
};
