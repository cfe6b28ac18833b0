import { notificationsEndpoints } from '@kizuna/shared/contracts/notifications.endpoints';
import { call } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { PageServerLoad } from './$types';

/** A mail or letter that the office sent, to read again. */
export const load: PageServerLoad = async (event) => {
  const letter = await loading(event, () =>
    call(event, notificationsEndpoints.getOwnNotification, {
      params: { notificationId: event.params.notificationId },
    }),
  );
  return { title: letter.subject, letter };
};
