import { readFileSync } from 'node:fs';

import { Jobs } from '../../../src/platform/jobs/index.js';
import { aMaterialBody, anUpload } from '../../builders/material.js';
import { aPdf } from '../../builders/pdf.js';
import { FilmBench } from '../../support/films.js';
import { uploadMetadata } from '../../support/tus.js';
import { handOf, postKept, send, type World } from './world.js';

const cue = (fromMs: number, toMs: number, text: string) => ({ fromMs, toMs, text });

/** A film of two seconds that ffmpeg can read, some thousand bytes. */
export function tinyFilm(): Buffer {
  const bench = new FilmBench();
  try {
    return readFileSync(bench.film('tiny.mp4', { size: '64x48', seconds: 2, rate: 5 }));
  } finally {
    bench.remove();
  }
}

/** A film of the office that waits for its file. */
export function aDraftFilm(world: World, slug: string) {
  return postKept(world, `film-${slug}`, world.office, {
    path: '/api/office/videos',
    body: {
      title: '見守りの一日',
      summary: '支え合いの話',
      credit: '社協',
      slug,
      version: 'long',
      audience: 'public',
    },
  });
}

/** Gives an uploaded file to a film; the worker then has to make it ready. */
export async function giveFile(world: World, videoId: string, bytes: Buffer): Promise<void> {
  const { api, office } = world;
  const uploadId = await anUpload(api, office, bytes, { fileName: '映像.mp4', purpose: 'film' });
  await postKept(world, `source-${uploadId.slice(-6)}`, office, {
    path: `/api/office/videos/${videoId}/sources`,
    body: { uploadId },
  });
}

/** A film made ready, captioned and published; one that was refused; captions taken away again. */
export async function populateFilms(world: World, film: Buffer): Promise<void> {
  const { api, office, held } = world;
  const desk = handOf(api, office);
  const made = await aDraftFilm(world, 'mimamori');
  const url = `/api/office/videos/${made.videoId}`;
  await giveFile(world, made.videoId, film);
  const refused = await aDraftFilm(world, 'no-film');
  await giveFile(world, refused.videoId, Buffer.from('no film at all'));
  await api.settle();
  for (const language of ['ja', 'en'])
    await desk.put(`${url}/captions/${language}`, { revision: 0, cues: [cue(0, 1_500, 'はい')] });
  await desk.delete(`${url}/captions/en`);
  const { revision } = await desk.get(url);
  await desk.put(`${url}/chapters`, { revision, chapters: [cue(0, 1_000, 'はじめに')] });
  await desk.put(`${url}/publication`, { state: 'published' });
  await desk.put(`${url}/publication`, { state: 'draft' });
  const { title, summary, credit, slug, version, audience } = await desk.get(url);
  await desk.patch(url, { title: `${title}(改)`, summary, credit, slug, version, audience });
  await desk.put(`${url}/publication`, { state: 'published' });
  // A second file: the blobs of the first wait for their deletion
  await giveFile(world, made.videoId, film);
  await api.settle();
  held.ids['film'] = made.videoId;
}

/** A document of the library: uploaded, prepared, its text edited, published, shown in a lesson, read to a page. */
export async function populateMaterials(world: World): Promise<void> {
  const { api, office, course, held } = world;
  const desk = handOf(api, office);
  const body = aMaterialBody({ audience: 'learners', courseId: course.courseId });
  const path = '/api/office/materials';
  const { materialId } = await postKept(world, 'material', office, { path, body });
  const place = `${path}/${materialId}`;
  const uploadId = await anUpload(api, office, aPdf({ pages: ['Hello', 'World'] }));
  await postKept(world, 'document', office, { path: `${place}/documents`, body: { uploadId } });
  await api.get(Jobs).runWaiting();
  const { document } = await desk.get(place);
  const { documentId } = document;
  await desk.put(`${place}/text`, { documentId, revision: 0, pages: ['こんにちは', '写真:サロン'] });
  const { revision } = await desk.get(place);
  await desk.patch(place, { ...body, title: 'ご近所力の手引き', revision });
  await desk.put(`${place}/publication`, { state: 'published' });
  await desk.put(`${place}/lesson`, { lessonId: course.materialLessonId });
  const token = held.signIns['learner']!;
  const own = `/api/me/enrolments/${held.ids['learnerEnrolment']}/materials/${materialId}`;
  await handOf(api, { token }).put(`${own}/place`, { page: 2 });
  held.ids['material'] = materialId;
}

/** A file of which a part has arrived. */
export async function populateUploadInProgress({ api, office, held }: World): Promise<void> {
  const [sizeBytes, receivedBytes] = [9_000, 4_000];
  const tus = { 'tus-resumable': '1.0.0' };
  const created = await api.as(office).send({
    method: 'POST',
    url: '/api/uploads',
    headers: {
      ...tus,
      'upload-length': String(sizeBytes),
      'upload-metadata': uploadMetadata('途中.pdf', 'material'),
    },
  });
  const path = String(created.headers['location']);
  await api.as(office).send({
    method: 'PATCH',
    url: path,
    headers: { ...tus, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' },
    payload: Buffer.alloc(receivedBytes, 7),
  });
  const view = await send(api, office, 'GET', { path });
  held.uploadInProgress = { uploadId: view.uploadId, receivedBytes: view.receivedBytes, sizeBytes };
}
