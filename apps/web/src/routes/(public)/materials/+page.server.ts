import type { MaterialSummary } from '@kizuna/shared/contracts/materials';
import { materialsEndpoints } from '@kizuna/shared/contracts/materials.endpoints';
import { documentKinds } from '@kizuna/shared/vocabulary/materials';
import { materials } from '#lib/i18n/messages/ja/materials.ts';
import { call } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { PageServerLoad } from './$types';

/** Documents by their kind, then the texts by their course. */
function groupsOf(items: readonly MaterialSummary[]) {
  const documents = documentKinds.map((kind) => ({
    title: materials.groups[kind] as string,
    items: items.filter((item) => item.kind === kind),
  }));
  const texts = items.filter((item) => item.kind === 'text');
  const courses = [...new Set(texts.map((item) => item.courseTitle ?? ''))].map((title) => ({
    title,
    items: texts.filter((item) => item.courseTitle === title),
  }));
  return [...documents, ...courses].filter((group) => group.items.length > 0);
}

export const load: PageServerLoad = async (event) => {
  const q = (event.url.searchParams.get('q') ?? '').trim().slice(0, 200);
  const { items } = await loading(event, () =>
    call(event, materialsEndpoints.listPublicMaterials, { query: { q } }),
  );
  return { title: materials.title, q, count: items.length, groups: groupsOf(items) };
};
