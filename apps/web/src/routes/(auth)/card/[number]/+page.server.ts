import { formatCardNumber, parseCardNumber } from '@kizuna/shared/rules/card-number';
import { people } from '#lib/i18n/messages/ja/people.ts';
import { textOf, valuesOf } from '#lib/server/form-helper.ts';
import { safeReturnPath } from '#lib/server/return-path.ts';
import { signIn } from '#lib/features/people/public/sign-in.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** The address in the QR code of a card. Opening it signs nobody in: the secret is asked for. */
export const load: PageServerLoad = (event) => {
  const number = parseCardNumber(event.params.number);
  return {
    title: people.cardTitleShort,
    number: number ? formatCardNumber(number) : null,
    next: safeReturnPath(event.url.searchParams.get('next'), ''),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const body = { cardNumber: event.params.number, secret: textOf(form, 'secret') };
    return signIn(event, 'card', body, valuesOf(form));
  },
};
