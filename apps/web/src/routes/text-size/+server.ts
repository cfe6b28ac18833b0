import { redirect } from '@sveltejs/kit';
import { safeReturnPath } from '#lib/server/return-path.ts';
import { saveTextSize, textSizes } from '#lib/server/text-size.ts';
import type { RequestHandler } from './$types';

/** POST /text-size: keeps the chosen size and goes back to where the person was. */
export const POST: RequestHandler = async ({ request, cookies, url }) => {
  const form = await request.formData();
  const size = textSizes.find((each) => each === form.get('size')) ?? 'normal';
  saveTextSize(cookies, size, url.protocol === 'https:');
  redirect(303, safeReturnPath(form.get('next')));
};
