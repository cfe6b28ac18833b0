import { redirect } from '@sveltejs/kit';
import { supportersCardsEndpoints } from '@kizuna/shared/contracts/supporters.cards.endpoints';
import { callForFile } from '#lib/server/api-client.ts';
import { loading, textOf } from '#lib/server/form-helper.ts';
import type { RequestHandler } from './$types';

/** Cards of those who were ticked, ten on a sheet of A4, as PDF. Posted: hundreds of ids do not fit into an address. */
export const POST: RequestHandler = async (event) => {
  const form = await event.request.formData();
  const supporterIds = form.getAll('supporterIds').map(String);
  if (supporterIds.length === 0) {
    const back = new URLSearchParams(textOf(form, 'filters'));
    back.set('nobody', '1');
    redirect(303, `/office/supporters/cards?${back.toString()}`);
  }
  return loading(event, () =>
    callForFile(event, supportersCardsEndpoints.printSupporterCards, { body: { supporterIds } }),
  );
};

/** A reload of the tab that the file was opened in. */
export const GET: RequestHandler = () => redirect(303, '/office/supporters/cards');
