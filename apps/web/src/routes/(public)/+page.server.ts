import { pagesEndpoints } from '@kizuna/shared/contracts/pages.endpoints';
import { call } from '#lib/server/api-client.ts';
import { ApiError } from '#lib/server/api-error.ts';
import type { PageServerLoad } from './$types';

/** The home page renders even if the API is unavailable, with the phone number instead of the dates. */
export const load: PageServerLoad = async (event) => {
  const page = await call(event, pagesEndpoints.getFrontPage).catch(absent);
  return { courses: page?.courses ?? null, digest: page?.digest ?? null, now: new Date().toISOString() };
};

function absent(problem: unknown): null {
  if (problem instanceof ApiError) return null;
  throw problem;
}
