import type { Endpoint } from '@kizuna/shared/contracts/endpoint';
import type { QueryOf } from '@kizuna/shared/contracts/endpoint-input';

/** The query of a page whose address uses the names of the endpoint's query; the API drops names it does not know. */
export function passedOnQuery<E extends Endpoint>(url: URL, _endpoint: E): QueryOf<E> {
  return Object.fromEntries(url.searchParams) as QueryOf<E>;
}
