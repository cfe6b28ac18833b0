import { deflateSync } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { certificationBatchesEndpoints } from '@kizuna/shared/contracts/certification.batches.endpoints';
import { certificationDesignsEndpoints } from '@kizuna/shared/contracts/certification.designs.endpoints';
import { certificationEndpoints } from '@kizuna/shared/contracts/certification.endpoints';
import { largestImageBytes, type TemplateView } from '@kizuna/shared/contracts/templates';
import { templatesEndpoints } from '@kizuna/shared/contracts/templates.endpoints';
import type { SheetDesign } from '@kizuna/shared/contracts/templates.sheet-design';
import sharp from 'sharp';

import { CertificateSheetService } from '../../src/modules/certification/certificate.sheet.service.js';
import { Transactions } from '../../src/platform/database/index.js';
import { aCertificate, aCertifyingRun, aGraduateOf, issueCertificates } from '../builders/certificate.js';
import { aPerson, type SignedInPerson } from '../builders/person.js';
import { startTestApi, type TestApi, type TestResponse } from '../support/api.js';

let api: TestApi;
let admin: SignedInPerson;

beforeAll(async () => {
  api = await startTestApi();
  admin = await aPerson(api).withRoles('admin').signedIn();
});
afterAll(() => api.close());
const list = async () => (await api.as(admin).call(templatesEndpoints.listTemplates)).body.items;
const get = async (id: string) =>
  (await api.as(admin).call(templatesEndpoints.getTemplate, { params: { templateId: id } })).body;
const save = (template: TemplateView, change: Partial<SheetDesign>, revision = template.revision) =>
  api.as(admin).call(templatesEndpoints.saveTemplateDraft, {
    params: { templateId: template.templateId },
    body: { name: template.name, revision, design: { ...template.draft, ...change } },
  });
const adopt = ({ templateId, revision }: TemplateView) =>
  api.as(admin).call(templatesEndpoints.adoptTemplate, { params: { templateId }, body: { revision } });
/** The fields at which a refusal speaks. */
const fieldsOf = ({ body }: TestResponse): string[] =>
  body.field ? [body.field] : (body.issues ?? []).map(({ field }: { field: string }) => field);

/** A template of the test's own: a copy of the default one, without a version yet. */
async function aTemplate(name = '試しの様式', key?: string): Promise<TemplateView> {
  const source = (await list()).find(({ isDefault }) => isDefault)!;
  const body = { copyOf: source.templateId, name };
  const answer = await api
    .as(admin)
    .call(templatesEndpoints.copyTemplate, { body, headers: key ? { 'idempotency-key': key } : undefined });
  expect(answer.status).toBe(201);
  return answer.body;
}
async function adopted(change: Partial<SheetDesign>): Promise<TemplateView> {
  const saved = await save(await aTemplate(), change);
  return (await adopt(saved.body)).body;
}

describe('a template', () => {
  it('is copied with its draft, once for one key, and is not in use before it is adopted', async () => {
    const source = (await list()).find(({ isDefault }) => isDefault)!;
    const copy = await aTemplate('写し', 'key-of-the-copy');
    expect((await aTemplate('写し', 'key-of-the-copy')).templateId).toBe(copy.templateId);
    expect(copy).toMatchObject({ name: '写し', isDefault: false, revision: 1, versions: [], differs: true });
    expect(copy.draft).toEqual((await get(source.templateId)).draft);
    const run = await aCertifyingRun(api);
    const assigned = await assign(run.course.courseId, 'ja', copy.templateId);
    expect([assigned.status, assigned.body.code]).toEqual([422, 'templates.not_adopted']);
  });

  it('keeps a draft beside the version in use, and adopts it once however often it is pressed', async () => {
    const first = await adopted({ title: '修了証書' });
    expect(first).toMatchObject({ differs: false, versions: [{ version: 1 }] });
    const { body: drafted } = await save(first, { title: '修了之証' });
    expect(drafted).toMatchObject({
      differs: true,
      revision: first.revision + 1,
      versions: [{ version: 1 }],
    });
    const presses = await Promise.all(Array.from({ length: 10 }, () => adopt(drafted)));
    expect(presses.map(({ status }) => status)).toEqual(Array(10).fill(201));
    const { versions, differs } = await get(first.templateId);
    expect([versions.map(({ version }) => version), differs]).toEqual([[2, 1], false]);
  });

  it('refuses the second of two who edit the same draft, and the adoption of a draft that was not seen', async () => {
    const template = await aTemplate();
    const [one, other] = await Promise.all([
      save(template, { title: '一人目' }),
      save(template, { title: '二人目' }),
    ]);
    expect([one.status, other.status].toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect([one, other].find(({ status }) => status === 409)!.body.code).toBe('templates.changed_meanwhile');
    const unseen = await adopt(template);
    expect([unseen.status, unseen.body.code]).toEqual([409, 'templates.changed_meanwhile']);
  });

  it.each<[Partial<SheetDesign>, string, string, string]>([
    [{ body: '{{courseTitle}}と{{birthday}}' }, 'templates.unknown_placeholder', 'body', 'birthday'],
    [{ title: '修了👵' }, 'templates.glyph_missing', 'title', '👵'],
    [{ body: '김成を証します' }, 'templates.glyph_missing', 'body', '김'],
    [{ honorific: '🙂' }, 'templates.glyph_missing', 'honorific', '🙂'],
    [{ seal: { kind: 'drawn', text: '協議会👪' } }, 'templates.glyph_missing', 'seal.text', '👪'],
    [
      { logo: '00000000-0000-7000-8000-00000000dead' as SheetDesign['logo'] },
      'templates.image_unknown',
      'logo',
      '',
    ],
    [{ layout: 'portrait', language: 'en' }, 'templates.english_is_horizontal', 'design.language', ''],
    [{ layout: 'card', body: '証'.repeat(121) }, 'templates.card_body_too_long', 'design.body', ''],
  ])('with %j is refused by %s at %s, which names %j', async (change, code, field, named) => {
    const template = await aTemplate();
    const answer = await save(template, change);
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body)).toContain(code);
    expect(fieldsOf(answer)).toContain(field);
    expect(answer.raw.toString()).toContain(named);
    expect((await get(template.templateId)).revision).toBe(template.revision);
  });

  it('with a mistake has no preview either: it is told before it is saved', async () => {
    const { draft } = await aTemplate();
    const look = (change: Partial<SheetDesign>) =>
      api.as(admin).call(templatesEndpoints.previewTemplate, {
        body: {
          design: { ...draft, ...change },
          sample: 'usual',
        },
      });
    const answer = await look({ body: '{{nickname}}さん' });
    expect([answer.status, answer.body.code]).toEqual([400, 'templates.unknown_placeholder']);
    expect(fieldsOf(answer)).toContain('body');
    expect((await look({ title: '修了👵' })).body.code).toBe('templates.glyph_missing');
    expect((await look({})).status).toBe(200);
  });

  it('has versions that even the database does not change', async () => {
    const { templateId } = await adopted({ title: '不変' });
    const refusal = /a version of a template is kept as it was used/;
    await expect(
      api.write(`UPDATE certificate_template_versions SET design = '{}' WHERE template_id = $1`, [
        templateId,
      ]),
    ).rejects.toThrow(refusal);
    await expect(
      api.write('DELETE FROM certificate_template_versions WHERE template_id = $1', [templateId]),
    ).rejects.toThrow(refusal);
  });
});

describe('a picture for a seal or a logo', () => {
  const send = (bytes: Buffer) =>
    api.as(admin).call(templatesEndpoints.addTemplateImage, { body: { file: bytes.toString('base64') } });
  const red = () =>
    sharp({ create: { width: 300, height: 300, channels: 4, background: '#c8321e80' } })
      .png()
      .toBuffer();

  it('is drawn anew, kept once, and stands in a design', async () => {
    const file = await sharp(await red())
      .withExif({ IFD0: { Artist: 'SECRET-OF-THE-FILE' } })
      .png()
      .toBuffer();
    expect(file.toString('latin1')).toContain('SECRET-OF-THE-FILE');
    const [first, again] = [await send(file), await send(file)];
    expect([first.status, again.body]).toEqual([201, first.body]);
    const [{ bytes }] = (await api.rows('SELECT bytes FROM certificate_template_images WHERE id = $1', [
      first.body.imageId,
    ])) as [{ bytes: Buffer }];
    expect(bytes.toString('latin1')).not.toContain('SECRET-OF-THE-FILE');
    const template = await adopted({ seal: { kind: 'image', imageId: first.body.imageId } });
    expect(template.draft.seal).toEqual({ kind: 'image', imageId: first.body.imageId });
  });

  it.each<[string, () => Buffer | Promise<Buffer>, string]>([
    ['a picture bomb of 30,000 × 30,000 pixels', () => emptyPng(30_000, 30_000), 'templates.image_'],
    ['a file above the limit', () => Buffer.alloc(largestImageBytes + 3, 1), 'templates.image_too_large'],
    ['no picture', () => Buffer.from('<html>'), 'templates.image_unreadable'],
    [
      'an SVG',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
      'templates.image_unreadable',
    ],
    ['half of a picture', async () => (await red()).subarray(0, 60), 'templates.image_unreadable'],
  ])('is refused where it is %s', async (_, make, code) => {
    const answer = await send(await make());
    expect([answer.status, fieldsOf(answer)]).toEqual([400, ['file']]);
    expect(answer.raw.toString()).toContain(code);
  });
});

describe('the template of a course', () => {
  const versionOf = async (certificateId: string) =>
    (await api.rows('SELECT template_version_id AS v FROM certificates WHERE id = $1', [certificateId]))[0]![
      'v'
    ];

  it('changes what is issued next; an issued certificate and its re-issued copy keep their version', async () => {
    const office = await aPerson(api).withRoles('office').signedIn();
    const run = await aCertifyingRun(api);
    const before = await aCertificate(api, office, run, ['佐藤 和子']);
    const old = await versionOf(before.certificateId);
    const template = await adopted({ layout: 'portrait', title: '賞状' });
    expect((await assign(run.course.courseId, 'ja', template.templateId)).status).toBe(200);
    const after = await aCertificate(api, office, run, ['鈴木 花子']);
    expect(await versionOf(after.certificateId)).toBe(template.versions[0]!.templateVersionId);
    expect(await versionOf(before.certificateId)).toBe(old);

    const { body: changed } = await save(template, { title: '証書' });
    await adopt(changed);
    const copyOf = ({ certificateId, name }: { certificateId: string; name: string }) =>
      api.as(office).call(certificationEndpoints.reissueCertificate, {
        params: { certificateId },
        body: { reason: 'lost', name },
      });
    const copies = [await copyOf(before), await copyOf(after)];
    expect(copies.map(({ status }) => status)).toEqual([201, 201]);
    expect(await versionOf(copies[0]!.body.certificateId)).toBe(old);
    expect(await versionOf(copies[1]!.body.certificateId)).toBe(template.versions[0]!.templateVersionId);
    const next = await aCertificate(api, office, run, ['高橋 三郎']);
    expect(await versionOf(next.certificateId)).toBe(
      (await get(template.templateId)).versions[0]!.templateVersionId,
    );
  });

  it('is that of the language in which a list is issued', async () => {
    const office = await aPerson(api).withRoles('office').signedIn();
    const run = await aCertifyingRun(api);
    const english = await adopted({ language: 'en', title: 'Certificate' });
    await assign(run.course.courseId, 'en', english.templateId);
    const { enrolmentId } = await aGraduateOf(api, run, ['Maria Silva']);
    const { issued } = await issueCertificates(api, office, { enrolmentIds: [enrolmentId], language: 'en' });
    expect(await versionOf(issued[0]!.certificateId)).toBe(english.versions[0]!.templateVersionId);
    const body = { enrolmentIds: [enrolmentId], language: 'fr' };
    expect(
      (await api.as(office).call(certificationBatchesEndpoints.issueCertificates, { body })).status,
    ).toBe(400);
  });

  it('is one for each language; where there is none that of Japanese, else the default one', async () => {
    const { course } = await aCertifyingRun(api);
    const titleIn = (language: 'ja' | 'easy' | 'en') =>
      api
        .get(Transactions)
        .run(() => api.get(CertificateSheetService).wordsOf(course.courseId, language))
        .then(({ design }) => design.design.title);
    const japanese = await adopted({ title: '和' });
    const english = await adopted({ language: 'en', title: 'Certificate' });
    await assign(course.courseId, 'ja', japanese.templateId);
    const { body } = await assign(course.courseId, 'en', english.templateId);
    expect(body.items.find((item: any) => item.courseId === course.courseId)!.designs).toHaveLength(2);
    expect([await titleIn('ja'), await titleIn('easy'), await titleIn('en')]).toEqual([
      '和',
      '和',
      'Certificate',
    ]);
    await assign(course.courseId, 'ja', null);
    expect([await titleIn('ja'), await titleIn('en')]).toEqual(['修了証', 'Certificate']);
  });
});

function assign(courseId: string, language: string, templateId: string | null) {
  return api.as(admin).call(certificationDesignsEndpoints.assignCertificateDesign, {
    params: { courseId, language },
    body: { templateId },
  });
}

/** A PNG of a few hundred bytes that says how large it is, and would be as large in memory. */
function emptyPng(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    ...[
      chunk('IHDR', header),
      chunk('IDAT', deflateSync(Buffer.alloc(1_000_000))),
      chunk('IEND', Buffer.alloc(0)),
    ],
  ]);
}
