import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { MySupporter, SupporterView } from '@kizuna/shared/contracts/supporters';
import { supportersEndpoints } from '@kizuna/shared/contracts/supporters.endpoints';
import { call } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';

/** One's own registration for the page of a procedure; away to where its state is said, if that is not possible now. */
export async function ownSupporter(
  event: RequestEvent,
  procedure: keyof SupporterView['can'],
): Promise<MySupporter & { registration: SupporterView }> {
  const mine = await loading(event, () => call(event, supportersEndpoints.getOwnSupporter));
  const { registration } = mine;
  if (!registration?.can[procedure]) redirect(303, '/my/supporter');
  return { ...mine, registration };
}
