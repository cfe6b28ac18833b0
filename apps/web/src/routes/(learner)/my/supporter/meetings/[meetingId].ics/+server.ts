import { error } from '@sveltejs/kit';
import { activitiesEndpoints } from '@kizuna/shared/contracts/activities.endpoints';
import { call } from '#lib/server/api-client.ts';
import { calendarAnswer } from '#lib/server/calendar.ts';
import { loading, messageOf } from '#lib/server/form-helper.ts';
import type { RequestHandler } from './$types';

/** A meeting to which one is invited, for the calendar of a phone; 404 for every other. */
export const GET: RequestHandler = async (event) => {
  const { items } = await loading(event, () => call(event, activitiesEndpoints.listOwnMeetings));
  const meeting = items.find(({ supporterMeetingId }) => supporterMeetingId === event.params.meetingId);
  if (!meeting) error(404, { message: messageOf('platform.not_found') });
  const uid = `supporter-meeting-${meeting.supporterMeetingId}`;
  return calendarAnswer({ ...meeting, uid }, meeting.title, `kizuna-${meeting.heldOn}.ics`);
};
