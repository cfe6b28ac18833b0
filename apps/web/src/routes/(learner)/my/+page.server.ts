import { pagesEndpoints } from '@kizuna/shared/contracts/pages.endpoints';
import { my } from '#lib/i18n/messages/ja/my.ts';
import { call } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { PageServerLoad } from './$types';

/** Everything a learner has here. */
export const load: PageServerLoad = async (event) => {
  const { name, attendance, ...page } = await loading(event, () => call(event, pagesEndpoints.getMyPage));
  return {
    ...page,
    title: my.title,
    now: new Date().toISOString(),
    withdrawn: event.url.searchParams.has('withdrawn'),
    named: event.url.searchParams.get('named'),
    nameTask: name.asked && name.state !== 'confirmed' && name.state !== 'brush' ? name : null,
    attendance: attendance ?? undefined,
  };
};
