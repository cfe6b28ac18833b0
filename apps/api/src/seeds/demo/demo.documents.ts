import { readFile } from 'node:fs/promises';
import path from 'node:path';

import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { MaterialBody } from '@kizuna/shared/contracts/materials';

import { CoursesReader } from '../../modules/courses/index.js';
import { MaterialsImportService } from '../../modules/materials/index.js';

const folder = path.resolve(import.meta.dirname, '../../../assets/documents');
const credit = 'きずな講座(見本としてつくった資料です)';

/** Our own sample documents: one for everyone, one for the learners of the introductory course. */
export async function putDocuments(app: NestFastifyApplication): Promise<void> {
  const { courseId } = await app.get(CoursesReader).getCourseBySlug('introductory');
  const put = async (file: string, name: string, body: object) =>
    app
      .get(MaterialsImportService)
      .importDocument(MaterialBody.parse({ kind: 'handout', credit, year: 2026, ...body }), {
        name,
        bytes: await readFile(path.join(folder, file)),
      });
  await put('neighbours.pdf', 'ご近所の支え合いミニ手帳(見本).pdf', {
    title: 'ご近所の支え合い ミニ手帳(見本)',
    summary: 'あいさつ、見守り、話のきき方を、4ページにまとめました。',
    minutes: 5,
    audience: 'public',
  });
  await put('training-day.pdf', '集合研修の日のご案内(見本).pdf', {
    title: '集合研修の日のご案内(見本)',
    summary: '持ちものと、一日の流れです。',
    minutes: 2,
    audience: 'learners',
    courseId,
  });
}
