import { redirect } from '@sveltejs/kit';
import { activitiesEndpoints } from '@kizuna/shared/contracts/activities.endpoints';
import { call } from '#lib/server/api-client.ts';
import { failFrom, loading, textOf, valuesOf } from '#lib/server/form-helper.ts';
import type { Actions, PageServerLoad } from './$types';

/** One meeting with everybody invited, to be ticked off on a tablet. */
export const load: PageServerLoad = async (event) => {
  const meeting = await loading(event, () =>
    call(event, activitiesEndpoints.getMeeting, { params: { supporterMeetingId: event.params.meetingId } }),
  );
  const done = (['planned', 'cancelDone'] as const).find((word) => event.url.searchParams.has(word));
  return { title: meeting.title, meeting, done };
};

const attended = { yes: true, no: false } as const;

export const actions: Actions = {
  record: async (event) => {
    const form = await event.request.formData();
    const came = textOf(form, 'attended');
    const body = {
      supporterId: textOf(form, 'supporterId'),
      attended: came === 'yes' || came === 'no' ? attended[came] : null,
    };
    try {
      await call(event, activitiesEndpoints.recordMeetingAttendance, {
        params: { supporterMeetingId: event.params.meetingId },
        body,
      });
    } catch (problem) {
      return failFrom(problem, {});
    }
  },
  cancel: async (event) => {
    const form = await event.request.formData();
    try {
      const body = { reason: textOf(form, 'reason') };
      await call(event, activitiesEndpoints.cancelMeeting, {
        params: { supporterMeetingId: event.params.meetingId },
        body,
      });
    } catch (problem) {
      return failFrom(problem, valuesOf(form));
    }
    redirect(303, `/office/supporters/meetings/${event.params.meetingId}?cancelDone`);
  },
};
