import type { SupporterCardCheck } from '@kizuna/shared/contracts/supporters.cards';
import { supporters as m } from '#lib/i18n/messages/ja/supporters.ts';
import { api } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { PageServerLoad } from './$types';

/** Where the QR code of a card leads. An unknown code answers 404, drawn by +error.svelte beside this file. */
export const load: PageServerLoad = async (event) => {
  const path = `/api/supporter-cards/${encodeURIComponent(event.params.code)}`;
  return {
    title: m.checkTitle,
    check: await loading(event, () => api(event).get<SupporterCardCheck>(path)),
  };
};
