import { error } from '@sveltejs/kit';
import { lookOf } from '#lib/features/materials/document-view.ts';
import { materialsOffice } from '#lib/i18n/messages/ja/materials-office.ts';
import { t } from '#lib/i18n/t.ts';
import { messageOf } from '#lib/server/form-helper.ts';
import { materialOf } from '../../material-form.server.ts';
import type { PageServerLoad } from './$types';

/** The newest version as readers will see it. */
export const load: PageServerLoad = async (event) => {
  const material = await materialOf(event);
  const { document } = material;
  if (!document) error(404, { message: messageOf('platform.not_found') });
  const look = lookOf(event.url.searchParams, document.pageCount);
  return { title: t(materialsOffice.previewTitle, { title: material.title }), material, document, look };
};
