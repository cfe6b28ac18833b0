import { signedInPerson } from '#lib/server/form-helper.ts';
import { contact } from '#lib/server/contact.ts';
import type { LayoutServerLoad } from './$types';

/** Who is here, for the frame. When the API is away the frame still stands; the page itself says what is wrong. */
export const load: LayoutServerLoad = async (event) => ({
  me: await signedInPerson(event).catch(() => null),
  textSize: event.locals.textSize,
  contact,
});
