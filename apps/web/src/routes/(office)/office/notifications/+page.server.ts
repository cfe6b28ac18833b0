import { notificationsEndpoints } from '@kizuna/shared/contracts/notifications.endpoints';
import { reportingEndpoints } from '@kizuna/shared/contracts/reporting.endpoints';
import { notificationChannels, notificationStates } from '@kizuna/shared/vocabulary/notifications';
import { notifications } from '#lib/i18n/messages/ja/notifications.ts';
import { call } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const params = event.url.searchParams;
  const oneOf = (name: string, words: readonly string[]) =>
    words.find((word) => word === params.get(name)) ?? '';
  const filter = {
    q: (params.get('q') ?? '').slice(0, 200),
    channel: oneOf('channel', notificationChannels),
    state: oneOf('state', notificationStates),
  };
  const cursor = params.get('cursor');
  const [page, home] = await loading(event, () =>
    Promise.all([
      call(event, notificationsEndpoints.listNotifications, { query: { ...filter, cursor } }),
      call(event, reportingEndpoints.getOfficeHome),
    ]),
  );
  return {
    title: notifications.title,
    filter,
    page,
    paged: cursor !== null,
    counts: { failed: home.mailFailed, letters: home.lettersToPrint },
  };
};
