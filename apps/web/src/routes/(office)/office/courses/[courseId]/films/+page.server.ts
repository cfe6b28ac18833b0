import type { CourseFilmRules } from '@kizuna/shared/contracts/courses';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { filmRules } from '#lib/i18n/messages/ja/film-rules.ts';
import { t } from '#lib/i18n/t.ts';
import { api } from '#lib/server/api-client.ts';
import { failFrom, loading, textOf } from '#lib/server/form-helper.ts';
import type { Actions, PageServerLoad } from './$types';

/** What a course asks of its films. */
export const load: PageServerLoad = async (event) => {
  const rules = await loading(event, () => api(event).get<CourseFilmRules>(pathOf(event)));
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
      await api(event).patch<CourseFilmRules>(pathOf(event), { body: { digestCounts, lessons } });
    } catch (problem) {
      return failFrom(problem, { digestCounts, percents });
    }
    redirect(303, `${event.url.pathname}?saved`);
  },
};

function pathOf(event: RequestEvent): string {
  return `/api/office/courses/${encodeURIComponent(event.params.courseId ?? '')}/film-rules`;
}

/** A number as typed; what is none stays text, so that the API refuses it by its field. */
function numberOf(typed: string): number | string {
  const plain = typed.normalize('NFKC').replace(/%$/, '');
  return /^\d{1,3}$/.test(plain) ? Number(plain) : typed;
}
