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
  return changeable(await loading(event, () => call(event, supportersEndpoints.getOwnSupporter)), procedure);
}

/** The same for a registration that the page has already. */
export function changeable(
  mine: MySupporter,
  procedure: keyof SupporterView['can'],
): MySupporter & { registration: SupporterView } {
  const { registration } = mine;
  if (!registration?.can[procedure]) redirect(303, '/my/supporter');
  return { ...mine, registration };
}
