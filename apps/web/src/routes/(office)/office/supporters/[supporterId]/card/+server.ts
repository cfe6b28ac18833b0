import { supportersCardsEndpoints } from '@kizuna/shared/contracts/supporters.cards.endpoints';
import { callForFile } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { RequestHandler } from './$types';

/** The card of a supporter as PDF. */
export const GET: RequestHandler = (event) =>
  loading(event, () =>
    callForFile(event, supportersCardsEndpoints.getSupporterCard, {
      params: { supporterId: event.params.supporterId },
    }),
  );
