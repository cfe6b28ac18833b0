import sharp from 'sharp';

import { rotateKeys } from '../../../src/database-commands.js';
import {
  aCertificate,
  aGraduateOf,
  batchOf,
  issueCertificates,
  runBatch,
} from '../../builders/certificate.js';
import { aConfirmedLearner } from '../../builders/application.js';
import { aPerson } from '../../builders/person.js';
import type { TestApi } from '../../support/api.js';
import { handOf, postKept, type World } from './world.js';

/** Designs of paper: a copy with a seal of its own, drafted, adopted, and used for a course. */
export async function populateDesigns(world: World): Promise<void> {
  const { api, admin, certifying } = world;
  const boss = handOf(api, admin);
  const templates = '/api/office/certificate-templates';
  const { items } = await boss.get(templates);
  const source = items.find(({ isDefault }: { isDefault: boolean }) => isDefault);
  const copy = await postKept(world, 'copy-template', admin, {
    path: templates,
    body: { copyOf: source.templateId, name: '写しの様式' },
  });
  const seal = await sharp({ create: { width: 60, height: 60, channels: 4, background: '#c8321e80' } })
    .png()
    .toBuffer();
  const { imageId } = await boss.post('/api/office/certificate-template-images', {
    file: seal.toString('base64'),
  });
  const place = `${templates}/${copy.templateId}`;
  const saved = await boss.put(`${place}/draft`, {
    name: copy.name,
    revision: copy.revision,
    design: { ...copy.draft, title: '修了証書', seal: { kind: 'image', imageId } },
  });
  await boss.post(`${place}/versions`, { revision: saved.revision });
  await boss.put(`/api/office/certificate-designs/${certifying.course.courseId}/ja`, {
    templateId: copy.templateId,
  });
  await boss.put('/api/office/certificate-issuer', {
    issuer: '社会福祉法人 古河市社会福祉協議会',
    issuerHead: '会長 見本 太郎',
  });
}

/** Certificates by a batch, reissued, revoked, handed over, offered to a wallet; keys of before and of after a rotation. */
export async function populateCertificates(world: World): Promise<void> {
  const { api, office, certifying: run, held } = world;
  const names: [string, string][] = [
    ['修了 一子', 'しゅうりょう いちこ'],
    ['修了 二郎', 'しゅうりょう じろう'],
    ['修了 三代', 'しゅうりょう みよ'],
  ];
  const graduates = [];
  for (const name of names) graduates.push(await aGraduateOf(api, run, name));
  held.signIns['graduate'] = graduates[0]!.learner.token;
  const ready = await aConfirmedLearner(api, run.courseRunId);
  const enrolmentIds = [...graduates, ready].map(({ enrolmentId }) => enrolmentId);
  const asked = await postKept(world, 'issue', office, {
    path: '/api/office/certificates',
    body: { enrolmentIds },
  });
  await runBatch(api, asked.certificateBatchId);
  const { issued } = await batchOf(api, office, asked.certificateBatchId);
  await rotateKeys(api.databaseUrl, 'pdf');
  await rotateKeys(api.databaseUrl, 'credential');
  const [valid, lost, wrong] = issued;
  await api.write(
    `UPDATE applications SET reply_by = 'mail' WHERE id = (SELECT application_id FROM enrolments WHERE id = $1)`,
    [lost!.enrolmentId],
  );
  await postKept(world, 'reissue', office, {
    path: `/api/office/certificates/${lost!.certificateId}/reissues`,
    body: { reason: 'lost', name: lost!.name },
  });
  const desk = handOf(api, office);
  await desk.post(`/api/office/certificates/${wrong!.certificateId}/revocation`, { reason: '取りちがえ' });
  await postKept(world, 'deliver', office, {
    path: `/api/office/certificates/${valid!.certificateId}/deliveries`,
    body: { kind: 'posted', deliveredOn: '2026-11-24', note: '簡易書留' },
  });
  await api.as(office).get(`/api/office/certificates/${valid!.certificateId}/file`);
  await api.as(graduates[0]!.learner).get(`/api/me/certificates/${valid!.certificateId}/file`);
  await fetchWithWallet(world);
  Object.assign(held.ids, { valid: valid!.certificateId, replaced: lost!.certificateId });
  held.ids['revoked'] = wrong!.certificateId;
  for (let i = 0; i < 3; i += 1) await api.anonymous.get('/api/verifications/ABCDE-12345');
  await api.settle();
}

/** A credential that a wallet has fetched: its code was taken for a token. */
async function fetchWithWallet({ api, office, certifying }: World): Promise<void> {
  const owner = await aPerson(api).named('財布 入子', 'さいふ いれこ').signedIn();
  const { certificateId } = await aCertificate(api, office, certifying, [owner.name], owner);
  const { offerUri } = await handOf(api, owner).post(`/api/me/certificates/${certificateId}/wallet-offers`);
  await redeemOffer(api, offerUri);
}

/** Takes the code of an offer for a token, as a wallet does. */
export async function redeemOffer(api: TestApi, offerUri: string): Promise<{ token_type: string }> {
  const grant = 'urn:ietf:params:oauth:grant-type:pre-authorized_code';
  const offer = JSON.parse(new URL(offerUri).searchParams.get('credential_offer')!);
  const form = { grant_type: grant, 'pre-authorized_code': offer.grants[grant]['pre-authorized_code'] };
  const { status, body } = await api.anonymous.send({
    method: 'POST',
    url: '/api/wallet/token',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(form).toString(),
  });
  if (status !== 200) throw new Error(`no token: ${status} ${JSON.stringify(body)}`);
  return body;
}

/** Lines of the time before the system: typed in, corrected, struck out, and taken from a sheet. */
export async function populatePaperRecords(world: World): Promise<void> {
  const { api, office, held } = world;
  const desk = handOf(api, office);
  const line = (number: string, name: string) => ({
    fiscalYear: 2015,
    courseTitle: '傾聴ボランティア養成講座',
    number,
    name,
    kana: 'むかしの はなこ',
    completedOn: '2016-02',
    issuedOn: '2016-03-15',
  });
  const path = '/api/office/paper-records';
  await postKept(world, 'paper', office, { path, body: line('7', '昔の 花子') });
  const first = await desk.post(path, line('8', '間違い 花子'));
  const correction = { ...line('8', '正しい 花子'), version: 1, reason: '転記の誤り' };
  const corrected = await postKept(world, 'paper-correction', office, {
    path: `${path}/${first.paperRecordId}/corrections`,
    body: correction,
  });
  const second = await desk.post(path, line('9', '二重 花子'));
  const struck = { ...line('9', '二重 花子'), version: 1, reason: '二重に転記', struck: true };
  await desk.post(`${path}/${second.paperRecordId}/corrections`, struck);
  const text = '番号,氏名,ふりがな,年度,講座\n10,一覧 花子,いちらん はなこ,平成27年度,傾聴講座\n';
  await postKept(world, 'paper-sheet', office, { path: `${path}/sheets`, body: { text } });
  held.ids['paperRecord'] = corrected.paperRecordId;
}

/** What people say of the name as it will be printed: right, wrong, another form, by brush, and by telephone. */
export async function populateNames(world: World): Promise<void> {
  const { api, office, certifying } = world;
  const mine = '/api/me/name-confirmation';
  const learner = async (name: string) => {
    const person = await aPerson(api).named(name, 'なまえ').signedIn();
    return (await aConfirmedLearner(api, certifying.courseRunId, person)).learner;
  };
  const right = await learner('確認 花子');
  await postKept(world, 'name', right, { path: mine, body: { name: '確認 花子', choice: 'as_registered' } });
  const wrong = await learner('渡辺 違');
  await handOf(api, wrong).post(mine, { name: '渡辺 違', choice: 'wrong', note: '「邉」です' });
  const registered = '辻\u{e01ef} 花';
  const hard = await learner(registered);
  const { forms } = await handOf(api, hard).get(mine);
  const [{ name: printedName }] = forms;
  await handOf(api, hard).post(mine, { name: registered, choice: 'other_form', printedName });
  const brush = await learner('鬼\u{e01ef} 筆');
  await handOf(api, brush).post(mine, { name: '鬼\u{e01ef} 筆', choice: 'brush' });
  const heard = await learner('電話 花子');
  await handOf(api, office).post(`/api/office/people/${heard.personId}/name-confirmation`, {
    name: '電話 花子',
    choice: 'as_registered',
    via: 'phone',
  });
  const ready = await aGraduateOf(api, certifying, ['発行 済子', 'はっこう すみこ']);
  await issueCertificates(api, office, { enrolmentIds: [ready.enrolmentId] });
  await api.settle();
}
