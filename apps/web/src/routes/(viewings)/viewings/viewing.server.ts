import type { GroupViewingView } from '@kizuna/shared/contracts/viewings';
import { viewingsEndpoints } from '@kizuna/shared/contracts/viewings.endpoints';
import type { RequestEvent } from '@sveltejs/kit';
import { call } from '#lib/server/api-client.ts';
import { loading, optionalTextOf, textOf } from '#lib/server/form-helper.ts';

/** The showing in the page's address. */
export function viewingOf(event: RequestEvent): Promise<GroupViewingView> {
  return loading(event, () =>
    call(event, viewingsEndpoints.getViewing, { params: { groupViewingId: event.params.id ?? '' } }),
  );
}

/** A number as people type it, full-width digits too; undefined when empty. */
export function numberOf(form: FormData, name: string): number | undefined {
  const typed = textOf(form, name).normalize('NFKC');
  return typed === '' ? undefined : Number(typed);
}

/** The plan of a showing as the API takes it; what is wrong with it is the API's to say. */
export function planOf(form: FormData) {
  return {
    videoId: textOf(form, 'videoId'),
    association: textOf(form, 'association'),
    districtId: optionalTextOf(form, 'districtId') ?? null,
    place: textOf(form, 'place'),
    heldOn: textOf(form, 'heldOn'),
    from: textOf(form, 'from').slice(0, 5),
    to: textOf(form, 'to').slice(0, 5),
    expectedCount: numberOf(form, 'expectedCount'),
  };
}
