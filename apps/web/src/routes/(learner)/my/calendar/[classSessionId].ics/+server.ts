import { error } from '@sveltejs/kit';
import { learningEndpoints } from '@kizuna/shared/contracts/learning.endpoints';
import { call } from '#lib/server/api-client.ts';
import { calendarAnswer } from '#lib/server/calendar.ts';
import { loading, messageOf } from '#lib/server/form-helper.ts';
import type { RequestHandler } from './$types';

/** One's own training day for the calendar of a phone; 404 for a day of another run. */
export const GET: RequestHandler = async (event) => {
  const home = await loading(event, () => call(event, learningEndpoints.getLearningHome));
  const found = home.items
    .flatMap(({ courseTitle, classSessions }) => classSessions.map((day) => ({ day, courseTitle })))
    .find(({ day }) => day.classSessionId === event.params.classSessionId);
  if (!found) error(404, { message: messageOf('platform.not_found') });
  const { day, courseTitle } = found;
  const uid = `class-session-${day.classSessionId}`;
  return calendarAnswer({ ...day, uid }, `${courseTitle} ${day.lessonTitle}`, `kizuna-${day.heldOn}.ics`);
};
