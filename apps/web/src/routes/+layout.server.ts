import { signedInPerson } from '#lib/server/form-helper.ts';
import { contact } from '#lib/server/contact.ts';
import type { LayoutServerLoad } from './$types';

/** The signed-in person, for the frame. The frame renders even if the API is unavailable; the page shows the error. */
export const load: LayoutServerLoad = async (event) => ({
  me: await signedInPerson(event).catch(() => null),
  textSize: event.locals.textSize,
  contact,
});
