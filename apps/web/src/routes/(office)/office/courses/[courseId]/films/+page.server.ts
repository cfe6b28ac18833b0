import { redirect } from '@sveltejs/kit';
import { coursesEndpoints } from '@kizuna/shared/contracts/courses.endpoints';
import { filmRules } from '#lib/i18n/messages/ja/film-rules.ts';
import { t } from '#lib/i18n/t.ts';
import { call } from '#lib/server/api-client.ts';
import { failFrom, loading, textOf } from '#lib/server/form-helper.ts';
import type { Actions, PageServerLoad } from './$types';

/** What a course asks of its films. */
export const load: PageServerLoad = async (event) => {
  const rules = await loading(event, () =>
    call(event, coursesEndpoints.getFilmRules, { params: { courseId: event.params.courseId ?? '' } }),
  );
  return {
    title: t(filmRules.title, { course: rules.courseTitle }),
    rules,
    done: event.url.searchParams.has('saved'),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const fields = [...form.keys()].filter((name) => name.startsWith('percent.'));
    const percents = Object.fromEntries(
      fields.map((name) => [name.slice('percent.'.length), textOf(form, name)]),
    );
    const digestCounts = form.has('digestCounts');
    try {
      const lessons = Object.entries(percents).map(([lessonId, typed]) => ({
        lessonId,
        thresholdPercent: numberOf(typed),
      }));
      await call(event, coursesEndpoints.changeFilmRules, {
        params: { courseId: event.params.courseId ?? '' },
        body: { digestCounts, lessons },
      });
    } catch (problem) {
      return failFrom(problem, { digestCounts, percents });
    }
    redirect(303, `${event.url.pathname}?saved`);
  },
};

/** A number as typed; what is none stays text, so that the API refuses it by its field. */
function numberOf(typed: string): number | string {
  const plain = typed.normalize('NFKC').replace(/%$/, '');
  return /^\d{1,3}$/.test(plain) ? Number(plain) : typed;
}
