import { viewings } from '#lib/i18n/messages/ja/viewings.ts';
import { viewingOf } from '../../viewing.server.ts';
import type { PageServerLoad } from './$types';

/** The roster on paper, to be filled in by hand. */
export const load: PageServerLoad = async (event) => ({
  title: viewings.sheetTitle,
  viewing: await viewingOf(event),
});
