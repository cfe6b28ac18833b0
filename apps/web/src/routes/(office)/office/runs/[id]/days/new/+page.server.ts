import { redirect } from '@sveltejs/kit';
import { coursesEndpoints } from '@kizuna/shared/contracts/courses.endpoints';
import { runs } from '#lib/i18n/messages/ja/runs.ts';
import { call } from '#lib/server/api-client.ts';
import { failFrom, loading, textOf, valuesOf } from '#lib/server/form-helper.ts';
import { dayBodyOf, dayDraftOf } from '../day-form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const run = await loading(event, () =>
    call(event, coursesEndpoints.getOfficeCourseRun, { params: { courseRunId: event.params.id } }),
  );
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
      const idempotencyKey = textOf(form, 'key');
      await call(event, coursesEndpoints.addClassSession, {
        params: { courseRunId: event.params.id },
        body: dayBodyOf(form),
        idempotencyKey,
      });
    } catch (problem) {
      return failFrom(problem, valuesOf(form));
    }
    redirect(303, `/office/runs/${event.params.id}?done=dayAdded`);
  },
};
