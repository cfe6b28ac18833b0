import { materialsEndpoints } from '@kizuna/shared/contracts/materials.endpoints';
import { uploadsEndpoints } from '@kizuna/shared/contracts/uploads.endpoints';

import { Ids } from '../../src/platform/ids/ids.js';
import { Jobs } from '../../src/platform/jobs/index.js';
import { requestTo, type TestApi } from '../support/api.js';
import type { SignedInPerson } from './person.js';

/** Sends a file as the web does, in one piece. @returns the id of the finished upload */
export async function anUpload(
  api: TestApi,
  as: SignedInPerson,
  bytes: Buffer,
  options: { fileName?: string; purpose?: string } = {},
): Promise<string> {
  const { fileName = '見本.pdf', purpose = 'material' } = options;
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  const answer = await api.as(as).send({
    ...requestTo(uploadsEndpoints.createUpload),
    headers: {
      'tus-resumable': '1.0.0',
      'upload-length': String(bytes.length),
      'upload-metadata': `filename ${base64(fileName)},purpose ${base64(purpose)}`,
      'content-type': 'application/offset+octet-stream',
    },
    payload: bytes,
  });
  if (answer.status !== 201) throw new Error(`not uploaded: ${answer.status} ${answer.raw.toString()}`);
  return String(answer.headers['location']).split('/').at(-1)!;
}

/** Particulars of a document, valid unless told otherwise. */
export function aMaterialBody(change: Record<string, unknown> = {}) {
  return {
    kind: 'leaflet',
    title: 'ご近所力のリーフレット',
    summary: '声をかけあうための手引きです。',
    year: 2026,
    credit: '古河市社会福祉協議会',
    audience: 'public',
    ...change,
  };
}

/** A document whose pages are ready, without a real file: for tests that do not read it. */
export async function aDocument(
  api: TestApi,
  change: { courseId?: string; audience?: string; state?: string; pages?: number } = {},
): Promise<string> {
  const [materialId, documentId] = [api.get(Ids).next(), api.get(Ids).next()];
  const pages = Array.from({ length: change.pages ?? 2 }, () => ({ width: 1600, height: 2263 }));
  await api.write(
    `INSERT INTO materials (id, course_id, slug, position, title, minutes, sections, glossary, kind, audience, state)
     VALUES ($1, $2, $3, 0, '配布資料', 5, '[]', '[]', 'handout', $4, 'draft')`,
    [materialId, change.courseId ?? null, `document-${materialId}`, change.audience ?? 'public'],
  );
  await api.write(
    `INSERT INTO material_documents (id, material_id, number, blob_key, file_name, size_bytes, state, attempts, done_pages,
       page_count, scope, pages, texts, text_revision, created_at, finished_at)
     VALUES ($1, $2, 1, 'materials/incoming/a.pdf', '配布資料.pdf', 1000, 'finished', 1, $3, $3, 'materials/abc', $4, $5, 0,
       now(), now())`,
    [documentId, materialId, pages.length, JSON.stringify(pages), JSON.stringify(pages.map(() => '本文'))],
  );
  await api.write('UPDATE materials SET state = $2, document_id = $3 WHERE id = $1', [
    materialId,
    change.state ?? 'published',
    documentId,
  ]);
  return materialId;
}

/** A document that the office made of a real file, as the worker left it. @returns the material's id */
export async function aPreparedDocument(
  api: TestApi,
  office: SignedInPerson,
  bytes: Buffer,
  body: Record<string, unknown> = {},
): Promise<string> {
  const { body: material } = await api
    .as(office)
    .call(materialsEndpoints.createMaterial, { body: aMaterialBody(body) });
  const uploadId = await anUpload(api, office, bytes);
  await api.as(office).call(materialsEndpoints.addMaterialDocument, {
    params: { materialId: material.materialId },
    body: { uploadId },
  });
  await api.get(Jobs).runWaiting();
  return material.materialId;
}
