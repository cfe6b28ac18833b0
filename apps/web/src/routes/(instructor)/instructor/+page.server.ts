import { sessionsEndpoints } from '@kizuna/shared/contracts/sessions.endpoints';
import { sessions } from '#lib/i18n/messages/ja/sessions.ts';
import { call } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { PageServerLoad } from './$types';

/** The next training day first, then the others. */
export const load: PageServerLoad = async (event) => {
  const { items } = await loading(event, () => call(event, sessionsEndpoints.listClassSessions));
  const coming = items.filter((item) => item.when !== 'past');
  const [next, ...later] = [
    ...coming.filter((item) => !item.cancelled),
    ...coming.filter((i) => i.cancelled),
  ];
  return {
    title: sessions.title,
    now: new Date().toISOString(),
    next: next ?? null,
    later,
    past: items.filter((item) => item.when === 'past'),
  };
};
