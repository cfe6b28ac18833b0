import { redirect } from '@sveltejs/kit';
import type { AttemptView } from '@kizuna/shared/contracts/assessment';
import type { LearningLessonView } from '@kizuna/shared/contracts/learning';
import { learningEndpoints } from '@kizuna/shared/contracts/learning.endpoints';
import { pagesEndpoints } from '@kizuna/shared/contracts/pages.endpoints';
import { lookOf } from '#lib/features/materials/document-view.ts';
import { turnPage } from '#lib/features/materials/learner/turn-page.server.ts';
import { call } from '#lib/server/api-client.ts';
import { failFrom, loading } from '#lib/server/form-helper.ts';
import type { Actions, PageServerLoad } from './$types';

/** The version that was chosen by its address; the long one unless said otherwise. */
function filmOf({ video, watch, digest }: LearningLessonView, version: string | null) {
  if (digest && version === 'digest') return digest;
  return video && watch && { video, watch };
}

/** One lesson: the film, the text, the quiz or the training day. */
export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const query = { language: searchParams.get('language') };
  const { enrolmentId, lessonId } = event.params;
  const { lesson: view, attendance } = await loading(event, () =>
    call(event, pagesEndpoints.getMyLessonPage, { params: { enrolmentId, lessonId }, query }),
  );
  return {
    title: view.progress.lesson.title,
    now: new Date().toISOString(),
    view,
    film: filmOf(view, searchParams.get('version')),
    attendance,
    look: lookOf(searchParams, view.material?.document?.pageCount ?? 1),
    opened: searchParams.has('page'),
    marked: searchParams.has('marked'),
  };
};

export const actions: Actions = {
  /** 「読みました」 */
  read: async (event) => {
    try {
      await call(event, learningEndpoints.recordReading, {
        params: { enrolmentId: event.params.enrolmentId, lessonId: event.params.lessonId },
      });
    } catch (problem) {
      return failFrom(problem, {});
    }
    return { read: true };
  },
  /** The next page of a document. */
  turn: (event) => turnPage(event, event.params.enrolmentId),
  /** Begins an attempt; one that is still open is gone on with. */
  start: async (event) => {
    let attempt: AttemptView;
    try {
      attempt = await call(event, learningEndpoints.startAttempt, {
        params: { enrolmentId: event.params.enrolmentId, lessonId: event.params.lessonId },
      });
    } catch (problem) {
      return failFrom(problem, {});
    }
    const firstOpen = attempt.questions.findIndex(({ savedAt }) => savedAt === null);
    redirect(303, `/my/attempts/${attempt.attemptId}?q=${firstOpen < 0 ? 1 : firstOpen + 1}`);
  },
};
