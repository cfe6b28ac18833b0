import { requirePerson } from '#lib/server/form-helper.ts';
import type { LayoutServerLoad } from './$types';

/** Leads to the sign-in page and back. Not a gate: the API is. */
export const load: LayoutServerLoad = async (event) => ({ me: await requirePerson(event) });
