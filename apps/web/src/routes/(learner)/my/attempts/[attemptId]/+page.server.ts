import { redirect } from '@sveltejs/kit';
import type { SavedAnswer } from '@kizuna/shared/contracts/assessment';
import { learningEndpoints } from '@kizuna/shared/contracts/learning.endpoints';
import { assessment } from '#lib/i18n/messages/ja/assessment.ts';
import { t } from '#lib/i18n/t.ts';
import { call } from '#lib/server/api-client.ts';
import { failFrom, textOf, valuesOf } from '#lib/server/form-helper.ts';
import type { Actions, PageServerLoad } from './$types';
import { loadAttempt } from './attempt.server.ts';

const numberOf = (url: URL) => Number(url.searchParams.get('q') ?? 1) || 1;

/** One question a page, `?q=3`. */
export const load: PageServerLoad = async (event) => {
  const attempt = await loadAttempt(event, 'open');
  const total = attempt.questions.length;
  const index = Math.min(Math.max(1, numberOf(event.url)), total) - 1;
  const progress = t(assessment.progress, { total, current: index + 1 });
  return { title: `${progress} ${attempt.title}`, attempt, index };
};

export const actions: Actions = {
  /** Saves the answer of this page and goes one question back or on; after the last one to the review. */
  answer: async (event) => {
    const form = await event.request.formData();
    const questionKey = textOf(form, 'questionKey');
    let saved: SavedAnswer;
    try {
      const choiceKeys = form.getAll('choiceKeys').map(String);
      saved = await call(event, learningEndpoints.saveAnswer, {
        params: { attemptId: event.params.attemptId ?? '', questionKey },
        body: { choiceKeys },
      });
    } catch (problem) {
      return failFrom(problem, valuesOf(form));
    }
    const to = numberOf(event.url) + (textOf(form, 'to') === 'back' ? -1 : 1);
    const here = `/my/attempts/${event.params.attemptId}`;
    redirect(303, to > saved.total ? `${here}/review` : `${here}?q=${to}`);
  },
};
