import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { learningEndpoints } from '@kizuna/shared/contracts/learning.endpoints';
import { materialsEndpoints } from '@kizuna/shared/contracts/materials.endpoints';

import { Jobs } from '../../src/platform/jobs/index.js';
import { aConfirmedLearner, type BuiltEnrolment } from '../builders/application.js';
import { aCourse, aCourseRun, type BuiltCourse } from '../builders/course-run.js';
import { aDocument, aMaterialBody, anUpload, aPreparedDocument } from '../builders/material.js';
import { aPdf } from '../builders/pdf.js';
import { aPerson, type SignedInPerson } from '../builders/person.js';
import { startTestApi, type TestApi } from '../support/api.js';

let api: TestApi;
let office: SignedInPerson;
let course: BuiltCourse;
let learner: BuiltEnrolment;
const publish = (materialId: string, state = 'published') =>
  api.as(office).call(materialsEndpoints.setMaterialPublication, { params: { materialId }, body: { state } });

beforeAll(async () => {
  api = await startTestApi();
  office = await aPerson(api).withRoles('office').signedIn();
  course = await aCourse(api);
  const run = await aCourseRun(api).of(course).planned();
  learner = await aConfirmedLearner(api, run.courseRunId);
});
afterAll(() => api.close());

describe('a document', () => {
  it('is uploaded, prepared, published and read by everybody', async () => {
    const materialId = await aPreparedDocument(api, office, aPdf({ pages: ['Hello', 'World'] }));
    const { body: view } = await api
      .as(office)
      .call(materialsEndpoints.getMaterial, { params: { materialId } });
    expect(view).toMatchObject({
      state: 'draft',
      shown: false,
      newest: { number: 1, state: 'finished', donePages: 2, pageCount: 2, fileName: '見本.pdf' },
      document: {
        pageCount: 2,
        pages: [
          { number: 1, text: 'Hello' },
          { number: 2, text: 'World' },
        ],
      },
      obstacles: [],
      can: { publish: true },
    });
    expect(
      (await api.anonymous.call(materialsEndpoints.getPublicMaterial, { params: { materialId } })).status,
    ).toBe(404);
    expect((await publish(materialId)).body).toMatchObject({ state: 'published', shown: true });
    const { body } = await api.anonymous.call(materialsEndpoints.getPublicMaterial, {
      params: { materialId },
    });
    expect(body).toMatchObject({ kind: 'leaflet', cover: { pageCount: 2 }, readPage: null });
    const picture = await api.anonymous.get(body.document!.pages[0]!.smallUrl);
    expect([picture.status, picture.headers['content-type']]).toEqual([200, 'image/webp']);
    const file = await api.anonymous.get(body.document!.downloadUrl);
    expect(file.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'attachment',
      'x-content-type-options': 'nosniff',
    });
    expect(file.raw.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('is found by words of its title and of its pages', async () => {
    const materialId = await aPreparedDocument(api, office, aPdf({ pages: ['Kakehashi'] }), {
      title: 'さがす教材',
    });
    await publish(materialId);
    const idsFor = async (q: string) =>
      (await api.anonymous.call(materialsEndpoints.listPublicMaterials, { query: { q } })).body.items.map(
        (item: { materialId: string }) => item.materialId,
      );
    expect(await idsFor('さがす kakehashi')).toEqual([materialId]);
    expect(await idsFor('100%')).toEqual([]);
  });

  it('that is refused says why, keeps what readers see and takes the next try', async () => {
    const materialId = await aPreparedDocument(api, office, aPdf());
    await publish(materialId);
    const uploadId = await anUpload(api, office, Buffer.from('not a pdf at all'));
    await api
      .as(office)
      .call(materialsEndpoints.addMaterialDocument, { params: { materialId }, body: { uploadId } });
    await api.get(Jobs).runWaiting();
    const { body } = await api.as(office).call(materialsEndpoints.getMaterial, { params: { materialId } });
    expect(body).toMatchObject({ newest: { number: 2, state: 'failed', fault: 'not_a_pdf' }, shown: true });
    expect(
      (await api.anonymous.call(materialsEndpoints.getPublicMaterial, { params: { materialId } })).status,
    ).toBe(200);
  });

  it('is taken up again after a worker died', async () => {
    const { body } = await api.as(office).call(materialsEndpoints.createMaterial, { body: aMaterialBody() });
    const uploadId = await anUpload(api, office, aPdf());
    await api.as(office).call(materialsEndpoints.addMaterialDocument, {
      params: { materialId: body.materialId },
      body: { uploadId },
    });
    await api.write(
      `UPDATE material_documents SET state = 'running', attempts = 1, done_pages = 1 WHERE material_id = $1`,
      [body.materialId],
    );
    await api.get(Jobs).runWaiting();
    expect(
      (await api.as(office).call(materialsEndpoints.getMaterial, { params: { materialId: body.materialId } }))
        .body.newest,
    ).toMatchObject({
      state: 'finished',
    });
  });
});

describe('an upload', () => {
  it('makes one version however often it is sent', async () => {
    const { body } = await api.as(office).call(materialsEndpoints.createMaterial, { body: aMaterialBody() });
    const uploadId = await anUpload(api, office, aPdf());
    const send = () =>
      api.as(office).call(materialsEndpoints.addMaterialDocument, {
        params: { materialId: body.materialId },
        body: { uploadId },
        idempotencyKey: 'again-and-again',
      });
    const answers = await Promise.all([send(), send(), send()]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    const rows = await api.rows('SELECT number FROM material_documents WHERE material_id = $1', [
      body.materialId,
    ]);
    expect(rows).toEqual([{ number: 1 }]);
  });

  it('of somebody else, of another purpose or taken before is not there', async () => {
    const { body } = await api.as(office).call(materialsEndpoints.createMaterial, { body: aMaterialBody() });
    const add = async (uploadId: string) =>
      (
        await api.as(office).call(materialsEndpoints.addMaterialDocument, {
          params: { materialId: body.materialId },
          body: { uploadId },
        })
      ).status;
    const colleague = await aPerson(api).withRoles('office').signedIn();
    expect(await add(await anUpload(api, colleague, aPdf()))).toBe(404);
    expect(await add(await anUpload(api, office, aPdf(), { purpose: 'film' }))).toBe(404);
    const mine = await anUpload(api, office, aPdf());
    expect([await add(mine), await add(mine)]).toEqual([201, 404]);
  });
});

describe('the text version', () => {
  it('is asked for on every page before publishing, and kept with a revision', async () => {
    const materialId = await aPreparedDocument(api, office, aPdf({ pages: ['Hello', ''] }));
    const { body: view } = await api
      .as(office)
      .call(materialsEndpoints.getMaterial, { params: { materialId } });
    expect(view).toMatchObject({ pagesWithoutText: [2], obstacles: ['pages_without_text'] });
    expect((await publish(materialId)).body.code).toBe('materials.not_publishable');
    const { documentId } = view.document!;
    const write = (revision: number, pages: string[]) =>
      api.as(office).call(materialsEndpoints.editMaterialText, {
        params: { materialId },
        body: { documentId, revision, pages },
      });
    const kept = await write(0, ['こんにちは', '写真:サロンのようす']);
    expect(kept.body).toMatchObject({ textRevision: 1, pagesWithoutText: [] });
    expect((await write(0, ['古い', '版'])).body.code).toBe('materials.changed_meanwhile');
    expect((await write(1, ['一枚だけ'])).body.code).toBe('materials.changed_meanwhile');
    expect((await publish(materialId)).status).toBe(200);
    expect((await write(1, ['こんにちは', ''])).body.code).toBe('materials.not_publishable');
    const { body } = await api.anonymous.call(materialsEndpoints.getPublicMaterial, {
      params: { materialId },
    });
    expect(body.document!.pages.map((page: { text: string }) => page.text)).toEqual([
      'こんにちは',
      '写真:サロンのようす',
    ]);
  });
});

describe('a learner', () => {
  it('reads what is for the learners of the course, and nobody else does', async () => {
    const materialId = await aDocument(api, { courseId: course.courseId, audience: 'learners' });
    expect(
      (await api.anonymous.call(materialsEndpoints.getPublicMaterial, { params: { materialId } })).status,
    ).toBe(404);
    const list = await api
      .as(learner.learner)
      .call(learningEndpoints.listCourseMaterials, { params: { enrolmentId: learner.enrolmentId } });
    expect(list.body.items).toMatchObject([{ materialId, cover: { pageCount: 2 } }]);
    expect(
      (
        await api.as(learner.learner).call(learningEndpoints.getCourseMaterial, {
          params: { enrolmentId: learner.enrolmentId, materialId },
        })
      ).status,
    ).toBe(200);
    const elsewhere = await aDocument(api, { courseId: (await aCourse(api)).courseId, audience: 'learners' });
    expect(
      (
        await api.as(learner.learner).call(learningEndpoints.getCourseMaterial, {
          params: { enrolmentId: learner.enrolmentId, materialId: elsewhere },
        })
      ).status,
    ).toBe(404);
  });

  it('finds the page again, also in a shorter version that replaces the first', async () => {
    const materialId = await aPreparedDocument(api, office, aPdf({ pages: ['1', '2', '3'] }), {
      courseId: course.courseId,
      audience: 'learners',
    });
    await publish(materialId);
    const me = api.as(learner.learner);
    for (const page of [2, 3, 3])
      expect(
        (
          await me.call(learningEndpoints.saveReadingPlace, {
            params: { enrolmentId: learner.enrolmentId, materialId },
            body: { page },
          })
        ).body,
      ).toEqual({ page });
    expect(
      (
        await me.call(learningEndpoints.saveReadingPlace, {
          params: { enrolmentId: learner.enrolmentId, materialId },
          body: { page: 0 },
        })
      ).body.issues[0]!.code,
    ).toBe('materials.page_invalid');
    expect(
      (
        await me.call(learningEndpoints.getCourseMaterial, {
          params: { enrolmentId: learner.enrolmentId, materialId },
        })
      ).body.readPage,
    ).toBe(3);
    const uploadId = await anUpload(api, office, aPdf({ pages: ['one', 'two'] }));
    await api
      .as(office)
      .call(materialsEndpoints.addMaterialDocument, { params: { materialId }, body: { uploadId } });
    await api.get(Jobs).runWaiting();
    expect(
      (
        await me.call(learningEndpoints.getCourseMaterial, {
          params: { enrolmentId: learner.enrolmentId, materialId },
        })
      ).body.document!.pageCount,
    ).toBe(3);
    expect((await publish(materialId)).body).toMatchObject({ shown: true, document: { pageCount: 2 } });
    expect(
      (
        await me.call(learningEndpoints.getCourseMaterial, {
          params: { enrolmentId: learner.enrolmentId, materialId },
        })
      ).body,
    ).toMatchObject({ readPage: 2, document: { pageCount: 2 } });
  });

  it('keeps the step of a lesson whose text becomes a document', async () => {
    const me = api.as(learner.learner);
    await me.call(learningEndpoints.recordReading, {
      params: { enrolmentId: learner.enrolmentId, lessonId: course.materialLessonId },
    });
    const materialId = await aDocument(api, { courseId: course.courseId });
    const shown = await api.as(office).call(materialsEndpoints.showMaterialInLesson, {
      params: { materialId },
      body: { lessonId: course.materialLessonId },
    });
    expect(shown.body.lessons).toContainEqual(
      expect.objectContaining({ lessonId: course.materialLessonId, shows: true }),
    );
    const { body } = await me.call(learningEndpoints.getLesson, {
      params: { enrolmentId: learner.enrolmentId, lessonId: course.materialLessonId },
    });
    expect(body).toMatchObject({
      progress: { state: 'done' },
      material: { materialId, document: { pageCount: 2 } },
    });
    expect((await publish(materialId, 'archived')).body.code).toBe('materials.in_use');
    const unfit = await aDocument(api, { state: 'draft' });
    const refused = await api.as(office).call(materialsEndpoints.showMaterialInLesson, {
      params: { materialId: unfit },
      body: { lessonId: course.materialLessonId },
    });
    expect(refused.body.code).toBe('materials.lesson_unfit');
  });
});

describe('the particulars', () => {
  it('are changed by one at a time, and archived ones leave the library', async () => {
    const materialId = await aDocument(api);
    const change = (revision: number, more = {}) =>
      api.as(office).call(materialsEndpoints.changeMaterial, {
        params: { materialId },
        body: { ...aMaterialBody(more), revision },
      });
    expect((await change(1)).body).toMatchObject({ revision: 2, title: 'ご近所力のリーフレット' });
    expect((await change(1)).body.code).toBe('materials.changed_meanwhile');
    expect((await change(2, { audience: 'learners' })).body.issues[0]).toEqual({
      field: 'courseId',
      code: 'materials.course_required',
    });
    await publish(materialId, 'archived');
    expect(
      (await api.anonymous.call(materialsEndpoints.getPublicMaterial, { params: { materialId } })).status,
    ).toBe(404);
    expect((await publish(materialId)).status).toBe(200);
  });

  it('of a text of a course are not the library’s', async () => {
    expect(
      (
        await api
          .as(office)
          .call(materialsEndpoints.getMaterial, { params: { materialId: course.materialId } })
      ).status,
    ).toBe(404);
    expect(
      (
        await api.anonymous.call(materialsEndpoints.getPublicMaterial, {
          params: { materialId: course.materialId },
        })
      ).status,
    ).toBe(200);
  });
});
