import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';

import { Templates1795000000200 } from '../../src/migrations/1795000000200-templates.js';
import { aCertifyingRun } from '../builders/certificate.js';
import { aCourse } from '../builders/course-run.js';
import { startTestApi, type TestApi } from '../support/api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

it('wordings of courses from before become templates of theirs, and back', async () => {
  const { course } = await aCertifyingRun(api);
  const usual = await aCourse(api);
  await api.write('INSERT INTO certificate_wordings (course_id, number_label) VALUES ($1, $2)', [
    usual.courseId,
    '別',
  ]);
  const migration = new Templates1795000000200();
  const runner = api.get(DataSource).createQueryRunner();
  const wordings = (): Promise<{ course_id: string; body: string }[]> =>
    runner.query('SELECT course_id, body FROM certificate_wordings');
  const bodyOf = async (courseId: string) =>
    (await wordings()).find((row) => row.course_id === courseId)?.body;
  await runner.startTransaction();
  try {
    await migration.down(runner);
    expect(await bodyOf(course.courseId)).toBe('課程を修了したことを証します。');
    const standard = await bodyOf(usual.courseId);
    expect(standard).toContain('{{courseTitle}}');

    await migration.up(runner);
    const own: { course_id: string; language: string; name: string; design: any; draft: any }[] =
      await runner.query(
        `SELECT d.course_id, d.language, t.name, t.draft, v.design FROM certificate_designs d
         JOIN certificate_templates t ON t.id = d.template_id
         JOIN certificate_template_versions v ON v.template_id = t.id`,
      );
    // The other course says what the default template says, so it needs none
    expect(own.map(({ course_id, language }) => [course_id, language])).toEqual([[course.courseId, 'ja']]);
    expect(own[0]!.name).toMatch(/^修了証 入門編/);
    expect(own[0]!.design).toMatchObject({
      body: '課程を修了したことを証します。',
      title: '修了証',
      layout: 'plain',
      honorific: '殿',
    });
    expect(own[0]!.draft).toEqual(own[0]!.design);
    const [{ body }] = await runner.query(
      `SELECT draft ->> 'body' AS body FROM certificate_templates WHERE is_default`,
    );
    expect(body).toBe(standard);
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
});
