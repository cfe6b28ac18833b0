import type { MyNotificationView } from '@kizuna/shared/contracts/notifications';
import { api } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { PageServerLoad } from './$types';

/** A mail or letter that the office sent, to read again. */
export const load: PageServerLoad = async (event) => {
  const path = `/api/me/notifications/${encodeURIComponent(event.params.notificationId)}`;
  const letter = await loading(event, () => api(event).get<MyNotificationView>(path));
  return { title: letter.subject, letter };
};
