import { people } from '#lib/i18n/messages/ja/people.ts';
import { signedInPerson, textOf, valuesOf } from '#lib/server/form-helper.ts';
import { homeOf } from '#lib/features/people/public/home-of.ts';
import { safeReturnPath } from '#lib/server/return-path.ts';
import { signIn } from '#lib/features/people/public/sign-in.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const next = safeReturnPath(event.url.searchParams.get('next'), '');
  const person = await signedInPerson(event).catch(() => null);
  return { title: people.signInTitle, next, goOnHref: person && (next || homeOf(person.roles)) };
};

export const actions: Actions = {
  card: async (event) => {
    const form = await event.request.formData();
    const body = { cardNumber: textOf(form, 'cardNumber'), secret: textOf(form, 'secret') };
    return signIn(event, 'card', body, valuesOf(form));
  },
  password: async (event) => {
    const form = await event.request.formData();
    // a password keeps its spaces
    const body = { email: textOf(form, 'email'), password: String(form.get('password') ?? '') };
    return signIn(event, 'password', body, valuesOf(form));
  },
};
