import { pagesOfficeEndpoints } from '@kizuna/shared/contracts/pages.office.endpoints';
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
  const { list, counts } = await loading(event, () =>
    call(event, pagesOfficeEndpoints.getNotificationsPage, { query: { ...filter, cursor } }),
  );
  return {
    title: notifications.title,
    filter,
    page: list,
    paged: cursor !== null,
    counts,
  };
};
