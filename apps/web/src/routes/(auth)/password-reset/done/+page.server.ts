import { homeOf } from '#lib/features/people/public/home-of.ts';
import { people } from '#lib/i18n/messages/ja/people.ts';
import { requirePerson } from '#lib/server/form-helper.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  title: people.doneTitle,
  homeHref: homeOf((await requirePerson(event)).roles),
});
