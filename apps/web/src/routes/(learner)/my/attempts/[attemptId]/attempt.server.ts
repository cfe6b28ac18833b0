import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { AttemptView } from '@kizuna/shared/contracts/assessment';
import { api } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';

/** Address of the API for the attempt of this page. */
export function attemptPath(params: { attemptId?: string }): string {
  return `/api/me/attempts/${encodeURIComponent(params.attemptId ?? '')}`;
}

/** The attempt of this page; one that is over is shown by its result, one that is not by its questions. */
export async function loadAttempt(event: RequestEvent, wanted: AttemptView['state']): Promise<AttemptView> {
  const attempt = await loading(event, () => api(event).get<AttemptView>(attemptPath(event.params)));
  if (attempt.state === wanted) return attempt;
  redirect(303, `/my/attempts/${attempt.attemptId}${attempt.state === 'submitted' ? '/result' : ''}`);
}
