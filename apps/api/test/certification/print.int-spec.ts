import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PDFiumLibrary } from '@hyzyla/pdfium';

import { certificationEndpoints } from '@kizuna/shared/contracts/certification.endpoints';

import { aCertificate, aCertifyingRun } from '../builders/certificate.js';
import type { BuiltRun } from '../builders/course-run.js';
import { aPerson, type SignedInPerson } from '../builders/person.js';
import { startTestApi, type TestApi } from '../support/api.js';

let api: TestApi;
let office: SignedInPerson;
let run: BuiltRun;

beforeAll(async () => {
  api = await startTestApi();
  office = await aPerson(api).withRoles('office').signedIn();
  run = await aCertifyingRun(api);
});
afterAll(() => api.close());

const print = (as = office) =>
  api.as(as).call(certificationEndpoints.printRunCertificates, { params: { courseRunId: run.courseRunId } });

const certified = (name: string, kana: string) => aCertificate(api, office, run, [name, kana]);

/** The words on each page, as a reader other than the one that wrote them finds them. */
async function pagesOf(pdf: Buffer): Promise<string[]> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  const pages = [...document.pages()].map((page) => page.getText());
  document.destroy();
  library.destroy();
  return pages;
}

describe('all certificates of a run as one PDF', () => {
  it('says that there is nothing to print before the first is issued', async () => {
    const answer = await print();
    expect(answer.status).toBe(409);
    expect(answer.body.code).toBe('certification.nothing_to_print');
  });

  it('has a page each in the order of the roster, without those that were revoked, names as registered', async () => {
    await certified('辻󠄀 一', 'ワツジ ハジメ');
    const { certificateId: revoked } = await certified('中村 次郎', 'ナカムラ ジロウ');
    await certified('𠮷田 髙子', 'ヨシダ タカコ');
    await certified('青木 花', 'アオキ ハナ');
    await api.as(office).call(certificationEndpoints.revokeCertificate, {
      params: { certificateId: revoked },
      body: { reason: '誤り' },
    });

    const answer = await print();
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('application/pdf');
    const pages = await pagesOf(answer.raw);
    const names = ['青木 花', '𠮷田 髙子', '辻󠄀 一'];
    expect(pages).toHaveLength(names.length);
    for (const [i, name] of names.entries()) expect(pages[i]).toContain(name);
  });

  it('is not for a learner, and not for a run that does not exist', async () => {
    expect((await print(await aPerson(api).signedIn())).status).toBe(404);
    const unknown = '01890000-0000-7000-8000-000000000000';
    const answer = await api
      .as(office)
      .call(certificationEndpoints.printRunCertificates, { params: { courseRunId: unknown } });
    expect(answer.status).toBe(404);
  });
});
