import type { RosterView } from '@kizuna/shared/contracts/sessions';
import { sessionsEndpoints } from '@kizuna/shared/contracts/sessions.endpoints';
import { sessions } from '#lib/i18n/messages/ja/sessions.ts';
import { call } from '#lib/server/api-client.ts';
import { failFrom } from '#lib/server/form-helper.ts';
import { markAttendance, rosterOf } from './attendance.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  title: sessions.rosterTitle,
  roster: await rosterOf(event),
  show: event.url.searchParams.get('show') ?? '',
});

export const actions: Actions = {
  mark: markAttendance,
  remaining: async (event) => {
    const before = await rosterOf(event);
    try {
      const after = await call(event, sessionsEndpoints.markRemainingAbsent, {
        params: { classSessionId: event.params.id },
      });
      const unmarked = (view: RosterView) => view.rows.filter((row) => row.status === null).length;
      return { absent: unmarked(before) - unmarked(after) };
    } catch (problem) {
      return failFrom(problem, {});
    }
  },
};
