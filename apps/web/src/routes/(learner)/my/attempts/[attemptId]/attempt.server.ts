import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { AttemptView } from '@kizuna/shared/contracts/assessment';
import { learningEndpoints } from '@kizuna/shared/contracts/learning.endpoints';
import { call } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';

/** The attempt of this page; one that is over is shown by its result, one that is not by its questions. */
export async function loadAttempt(event: RequestEvent, wanted: AttemptView['state']): Promise<AttemptView> {
  const attempt = await loading(event, () =>
    call(event, learningEndpoints.getAttempt, { params: { attemptId: event.params.attemptId ?? '' } }),
  );
  if (attempt.state === wanted) return attempt;
  redirect(303, `/my/attempts/${attempt.attemptId}${attempt.state === 'submitted' ? '/result' : ''}`);
}
