import type { DistrictList } from '@kizuna/shared/contracts/people';
import type { GroupViewingView, ShowableFilmList } from '@kizuna/shared/contracts/viewings';
import type { RequestEvent } from '@sveltejs/kit';
import { api } from '#lib/server/api-client.ts';
import { loading, optionalTextOf, textOf } from '#lib/server/form-helper.ts';

/** The address of the showing in the page's address. */
export function viewingPath(event: RequestEvent): string {
  return `/api/group-viewings/${encodeURIComponent(event.params.id ?? '')}`;
}

/** The showing in the page's address. */
export function viewingOf(event: RequestEvent): Promise<GroupViewingView> {
  return loading(event, () => api(event).get<GroupViewingView>(viewingPath(event)));
}

/** What the form of a showing chooses from. */
export async function choicesOf(event: RequestEvent) {
  const [films, districts] = await loading(event, () =>
    Promise.all([
      api(event).get<ShowableFilmList>('/api/group-viewings/films'),
      api(event).get<DistrictList>('/api/districts'),
    ]),
  );
  return { films: films.items, districts: districts.items };
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
