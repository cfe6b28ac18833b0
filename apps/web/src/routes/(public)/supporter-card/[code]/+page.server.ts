import { supportersCardsEndpoints } from '@kizuna/shared/contracts/supporters.cards.endpoints';
import { supporters as m } from '#lib/i18n/messages/ja/supporters.ts';
import { call } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { PageServerLoad } from './$types';

/** Where the QR code of a card leads. An unknown code answers 404, drawn by +error.svelte beside this file. */
export const load: PageServerLoad = async (event) => {
  return {
    title: m.checkTitle,
    check: await loading(event, () =>
      call(event, supportersCardsEndpoints.checkSupporterCard, { params: { publicCode: event.params.code } }),
    ),
  };
};
