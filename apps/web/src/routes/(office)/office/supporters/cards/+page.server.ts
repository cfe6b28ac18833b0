import { supportersCardsEndpoints } from '@kizuna/shared/contracts/supporters.cards.endpoints';
import { supportersOffice as m } from '#lib/i18n/messages/ja/supporters-office.ts';
import { call } from '#lib/server/api-client.ts';
import { loading, messageOf } from '#lib/server/form-helper.ts';
import { supporterFiltersOf } from '#lib/features/supporters/office/supporter-filters.server.ts';
import type { PageServerLoad } from './$types';

/** Twenty sheets of ten. */
const limit = '200';

/** Whose cards to print: of the list as it is filtered, at first those whose card was not printed yet. */
export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const filters = supporterFiltersOf(event.url);
  const everybody = searchParams.has('everybody');
  const cursor = searchParams.get('cursor') ?? '';
  const query = { ...filters, cursor, limit, card: everybody ? 'any' : 'due' };
  return {
    title: m.cardsTitle,
    filters,
    everybody,
    cursor,
    list: await loading(event, () => call(event, supportersCardsEndpoints.listSupporterCards, { query })),
    errors: searchParams.has('nobody')
      ? [{ field: 'supporterIds', message: messageOf('supporters.nothing_chosen') }]
      : [],
  };
};
