import { peopleEndpoints } from '@kizuna/shared/contracts/people.endpoints';
import { peopleOffice as m } from '#lib/i18n/messages/ja/people-office.ts';
import { t } from '#lib/i18n/t.ts';
import { call } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const q = (event.url.searchParams.get('q') ?? '').trim().slice(0, 200);
  const cursor = event.url.searchParams.get('cursor');
  return {
    title: q ? t(m.searchTitle, { q }) : m.title,
    q,
    paged: cursor !== null,
    people: await loading(event, () => call(event, peopleEndpoints.listPeople, { query: { q, cursor } })),
  };
};
