import { error } from '@sveltejs/kit';
import { supportersCardsEndpoints } from '@kizuna/shared/contracts/supporters.cards.endpoints';
import { supportersEndpoints } from '@kizuna/shared/contracts/supporters.endpoints';
import { call, callForFile } from '#lib/server/api-client.ts';
import { loading, messageOf } from '#lib/server/form-helper.ts';
import type { RequestHandler } from './$types';

/** One's own card (登録証) as PDF. */
export const GET: RequestHandler = (event) =>
  loading(event, async () => {
    const { registration } = await call(event, supportersEndpoints.getOwnSupporter);
    if (!registration?.can.card) error(404, { message: messageOf('platform.not_found') });
    return callForFile(event, supportersCardsEndpoints.getOwnSupporterCard, {
      params: { supporterId: registration.supporterId },
    });
  });
