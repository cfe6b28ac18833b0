import { supporters as m } from '#lib/i18n/messages/ja/supporters.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ title: m.doneTitle });
