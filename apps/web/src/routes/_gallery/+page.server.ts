import { error } from '@sveltejs/kit';
import { dev } from '$app/env';
import { GALLERY } from '$app/env/private';
import { gallery } from '#lib/i18n/messages/ja/gallery.ts';
import { qrPath } from '#lib/server/qr-path.ts';
import type { PageServerLoad } from './$types';

/** Only for developers and for the pictures that tests take. */
export const load: PageServerLoad = ({ url }) => {
  if (!dev && !GALLERY) error(404);
  return { title: gallery.title, code: qrPath(url.origin), office: url.searchParams.has('office') };
};
