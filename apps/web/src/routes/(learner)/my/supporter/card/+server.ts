import { error } from '@sveltejs/kit';
import type { MySupporter } from '@kizuna/shared/contracts/supporters';
import { api } from '#lib/server/api-client.ts';
import { loading, messageOf } from '#lib/server/form-helper.ts';
import type { RequestHandler } from './$types';

/** One's own card (登録証) as PDF. */
export const GET: RequestHandler = (event) =>
  loading(event, async () => {
    const { registration } = await api(event).get<MySupporter>('/api/me/supporter');
    if (!registration?.can.card) error(404, { message: messageOf('platform.not_found') });
    return api(event).file(`/api/me/supporters/${registration.supporterId}/card`);
  });
