import { sessionsEndpoints } from '@kizuna/shared/contracts/sessions.endpoints';
import { sessions } from '#lib/i18n/messages/ja/sessions.ts';
import { call } from '#lib/server/api-client.ts';
import { failFrom, textOf } from '#lib/server/form-helper.ts';
import { markAttendance, rosterOf } from '../attendance.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  title: sessions.receptionTitle,
  roster: await rosterOf(event),
});

export const actions: Actions = {
  checkIn: async (event) => {
    const cardNumber = textOf(await event.request.formData(), 'cardNumber');
    try {
      return {
        checkIn: await call(event, sessionsEndpoints.checkInToSession, {
          params: { classSessionId: event.params.id },
          body: { cardNumber },
        }),
      };
    } catch (problem) {
      return failFrom(problem, { cardNumber });
    }
  },
  mark: markAttendance,
};
