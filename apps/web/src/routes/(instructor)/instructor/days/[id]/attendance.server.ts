import type { RosterView } from '@kizuna/shared/contracts/sessions';
import { sessionsEndpoints } from '@kizuna/shared/contracts/sessions.endpoints';
import { fail, type RequestEvent } from '@sveltejs/kit';
import { call } from '#lib/server/api-client.ts';
import { ApiError } from '#lib/server/api-error.ts';
import { errorsOf, loading, optionalTextOf, textOf } from '#lib/server/form-helper.ts';

/** The roster of the day in the address. */
export function rosterOf(event: RequestEvent): Promise<RosterView> {
  return loading(event, () =>
    call(event, sessionsEndpoints.getRoster, { params: { classSessionId: event.params.id ?? '' } }),
  );
}

/** Writes one mark; `needsReason` when an earlier one would be changed and the reason is missing. */
export async function markAttendance(event: RequestEvent) {
  const form = await event.request.formData();
  const enrolmentId = textOf(form, 'enrolmentId');
  const status = textOf(form, 'status');
  const reason = optionalTextOf(form, 'reason');
  try {
    return {
      row: await call(event, sessionsEndpoints.recordAttendance, {
        params: { classSessionId: event.params.id ?? '', enrolmentId },
        body: { status, reason },
      }),
    };
  } catch (problem) {
    if (!(problem instanceof ApiError)) throw problem;
    const needsReason = problem.code === 'sessions.reason_required';
    // the first question for a reason is no mistake of the person: no message until an empty one was sent
    const asked = needsReason && !form.has('reason');
    const errors = asked ? [] : errorsOf(problem);
    return fail(problem.status, { mark: { enrolmentId, status, needsReason, errors } });
  }
}
