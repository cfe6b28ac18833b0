import { sessions } from '#lib/i18n/messages/ja/sessions.ts';
import { rosterOf } from '../attendance.server.ts';
import type { PageServerLoad } from './$types';

/** The roster on paper. */
export const load: PageServerLoad = async (event) => ({
  title: sessions.sheetTitle,
  roster: await rosterOf(event),
});
