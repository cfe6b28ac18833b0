import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { QueryOf } from '@kizuna/shared/contracts/endpoint-input';
import { ledgerEndpoints } from '@kizuna/shared/contracts/ledger.endpoints';
import { ledgerPaperRecordsEndpoints } from '@kizuna/shared/contracts/ledger.paper-records.endpoints';
import { verificationEndpoints } from '@kizuna/shared/contracts/verification.endpoints';

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

const aLine = (change: object = {}) => ({
  fiscalYear: 2015,
  courseTitle: '傾聴ボランティア養成講座',
  number: '1',
  name: '昔の 花子',
  kana: 'むかしの はなこ',
  completedOn: '2016-02',
  issuedOn: '2016-03-15',
  ...change,
});
const record = (body: object, key?: string) =>
  api.as(office).attempt(ledgerPaperRecordsEndpoints.enterPaperRecord, {
    body,
    headers: key ? { 'idempotency-key': key } : {},
  });
const correct = (id: string, body: object) =>
  api
    .as(office)
    .attempt(ledgerPaperRecordsEndpoints.correctPaperRecord, { params: { paperRecordId: id }, body });
const ledger = async () => (await api.as(office).call(ledgerEndpoints.checkLedger)).body;
const lines = async (query: QueryOf<typeof ledgerEndpoints.listLedgerLines>) =>
  (await api.as(office).call(ledgerEndpoints.listLedgerLines, { query })).body.items;
const preview = (body: object) =>
  api.as(office).attempt(ledgerPaperRecordsEndpoints.previewPaperSheet, { body });
const recordSheet = (body: object, key?: string) =>
  api.as(office).attempt(ledgerPaperRecordsEndpoints.enterPaperSheet, {
    body,
    headers: key ? { 'idempotency-key': key } : {},
  });

describe('a certificate of the time before the system', () => {
  it('stands in the same ledger and in the same chain, and cannot be verified', async () => {
    const { status, body } = await record(
      aLine({ number: '第3号', issuerHead: '会長 昔野 太郎' }),
      'paper-key-1',
    );
    expect(status).toBe(201);
    expect(body.newest).toMatchObject({ number: '第3号', version: 1, completedOn: '2016-02', struck: false });
    expect(
      (await record(aLine({ number: '第3号', issuerHead: '会長 昔野 太郎' }), 'paper-key-1')).body,
    ).toEqual(body);
    expect(await lines({ q: 'むかしの' })).toEqual([
      expect.objectContaining({
        origin: 'paper',
        state: 'recorded',
        number: '第3号',
        id: body.paperRecordId,
      }),
    ]);
    const rows = await api.rows('SELECT kind, paper_record_id AS id FROM ledger_entries ORDER BY seq');
    expect(rows).toEqual([{ kind: 'recorded', id: body.paperRecordId }]);
    expect(await ledger()).toMatchObject({
      brokenAt: null,
      differing: 0,
      entries: 1,
      years: [{ fiscalYear: 2015, issued: 0, reissued: 0, revoked: 0, recorded: 1 }],
    });
    const asked = { number: '第3号', code: 'ABCDE-12345' };
    expect((await api.anonymous.call(verificationEndpoints.verifyByNumber, { body: asked })).status).toBe(
      404,
    );
  });

  it.each([
    [{ fiscalYear: 2030 }, 'ledger.paper_year_invalid'],
    [{ courseTitle: undefined }, 'ledger.paper_course_required'],
    [{ issuedOn: '2026-12-01' }, 'ledger.paper_date_in_future'],
    [{ completedOn: '2016-04' }, 'ledger.paper_dates_reversed'],
    [{ completedOn: '2016-02-30' }, 'ledger.paper_date_invalid'],
    [{ number: ' ' }, 'ledger.paper_number_required'],
    [{ name: '' }, 'people.name_required'],
    [{ kana: '漢字' }, 'people.kana_invalid'],
    [{ number: '3' }, 'ledger.paper_number_taken'],
    [{ personId: '01890000-0000-7000-8000-000000000000', number: '77' }, 'ledger.paper_person_unknown'],
  ])('is refused with %j: %s', async (change, code) => {
    const { status, body } = await record(aLine(change));
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(body.code === code || body.issues?.[0]?.code === code).toBe(true);
  });

  it('is corrected by a new version: the older one stays, the chain says both', async () => {
    const { body: first } = await record(aLine({ number: '8', name: '間違い 花子' }));
    const change = { ...aLine({ number: '8', name: '正しい 花子' }), version: 1, reason: '転記の誤り' };
    const [one, two] = await Promise.all([1, 2].map(() => correct(first.paperRecordId, change)));
    expect([one!.status, two!.status].toSorted()).toEqual([201, 409]);
    const { body } = await api
      .as(office)
      .call(ledgerPaperRecordsEndpoints.getPaperRecord, { params: { paperRecordId: first.paperRecordId } });
    expect(
      body.versions.map(({ version, name, reason }: Record<string, unknown>) => [version, name, reason]),
    ).toEqual([
      [2, '正しい 花子', '転記の誤り'],
      [1, '間違い 花子', null],
    ]);
    expect((await lines({ q: '花子' })).map(({ name }: { name: string }) => name)).not.toContain(
      '間違い 花子',
    );
    const struck = { ...change, version: 2, reason: '二重に転記', struck: true };
    expect((await correct(body.paperRecordId, struck)).body.newest.struck).toBe(true);
    expect(await lines({ state: 'struck' })).toHaveLength(1);
    expect((await record(aLine({ number: '8' }))).status).toBe(201);
    const { brokenAt, differing } = await ledger();
    expect([brokenAt, differing]).toEqual([null, 0]);
  });

  it.each([
    ['UPDATE', `UPDATE paper_records SET name = ''`],
    ['DELETE', 'DELETE FROM paper_records'],
    ['TRUNCATE', 'TRUNCATE paper_records CASCADE'],
  ])('refuses %s', async (_, sql) => {
    await expect(api.write(sql)).rejects.toThrow();
  });

  it('shows a line that was changed behind its back', async () => {
    await api.write('ALTER TABLE paper_records DISABLE TRIGGER USER');
    await api.write(`UPDATE paper_records SET name = '偽の 名前' WHERE number = '第3号'`);
    expect(await ledger()).toMatchObject({ brokenAt: null, differing: 1 });
    await api.write(`UPDATE paper_records SET name = '昔の 花子' WHERE number = '第3号'`);
    await api.write('ALTER TABLE paper_records ENABLE TRIGGER USER');
    expect(await ledger()).toMatchObject({ differing: 0 });
  });
});

describe('numbers of paper and of the system', () => {
  const ofCourse = (number: string, name = '紙の 人') =>
    aLine({
      courseTitle: undefined,
      courseId: run.course.courseId,
      fiscalYear: 2026,
      number,
      name,
      completedOn: undefined,
      issuedOn: '2026-05-01',
    });

  it('never meet: the system goes on above the paper, and a number that is taken is refused', async () => {
    const { body } = await record(ofCourse('5'));
    expect(body.newest.number).toBe('令和8年度 入門 第5号');
    const issued = await aCertificate(api, office, run, ['続き 一郎']);
    expect(issued.number).toBe('令和8年度 入門 第6号');
    for (const number of ['6', '第６号', '令和8年度 入門 第6号', '5'])
      expect((await record(ofCourse(number))).body.code).toBe('ledger.paper_number_taken');
    expect((await record(ofCourse('4'))).status).toBe(201);
  });

  it('not even when ten people issue and take over at once', async () => {
    await Promise.all([
      ...Array.from({ length: 6 }, (_, i) => aCertificate(api, office, run, [`競走 ${'あいうえおか'[i]}`])),
      ...[7, 8, 9, 10, 11, 12].map((number) => record(ofCourse(String(number)))),
    ]);
    const rows = await api.rows(
      `SELECT serial FROM ledger_lines WHERE fiscal_year = 2026 AND course_id = $1 ORDER BY serial`,
      [run.course.courseId],
    );
    const serials = rows.map((row) => row.serial);
    expect(new Set(serials).size).toBe(serials.length);
    const { brokenAt, differing } = await ledger();
    expect([brokenAt, differing]).toEqual([null, 0]);
  });
});

describe('a list of the paper ledger', () => {
  const heading = '年度,講座,番号,氏名,ふりがな,修了日,発行日,会長名,備考';
  const good = [
    '平成26年度,傾聴講座,1,髙橋 一,たかはし はじめ,平成27年2月,H27.3.10,会長 甲,',
    '"平成26年度","傾聴講座","2","𠮷田, 二","よしだ に",,,,"再交付 1回"',
  ];

  it('is shown line by line with what is wrong, and nothing is written until all is right', async () => {
    const bad = [
      '来年度,傾聴講座,3,三,さん,,,,',
      '平成26年度,傾聴講座,4,,し,平成27年2月30日,,,',
      '平成26年度,傾聴講座,5,五,ご,,,,',
      '平成26年度,傾聴講座,第5号,五の二,ごのに,,,,',
    ];
    const text = [heading, ...good, '', ...bad].join('\r\n');
    const { body } = await preview({ text });
    expect([body.good, body.bad]).toEqual([2, 4]);
    const told = body.lines.map(({ line, problems }: { line: number; problems: { code: string }[] }) => [
      line,
      problems.map(({ code }) => code),
    ]);
    expect(told).toEqual([
      [2, []],
      [3, []],
      [5, ['ledger.paper_year_invalid']],
      [6, ['ledger.paper_date_invalid', 'people.name_required']],
      [7, ['ledger.paper_number_twice']],
      [8, ['ledger.paper_number_twice']],
    ]);
    const refused = await recordSheet({ text });
    expect([refused.status, refused.body.code]).toEqual([422, 'ledger.paper_sheet_has_errors']);
    expect(await lines({ fiscalYear: 2014 })).toEqual([]);
  });

  it('is taken over once, from Shift_JIS as Excel writes it too', async () => {
    const text = [heading, good[0]!].join('\r\n').replace('髙', '高');
    const file = shiftJis(text);
    expect((await preview({ file })).body).toMatchObject({ good: 1, bad: 0 });
    const answers = await Promise.all([1, 2, 3].map(() => recordSheet({ file }, 'sheet-key')));
    expect(answers.map(({ body }) => body)).toEqual(Array(3).fill({ recorded: 1 }));
    expect((await lines({ fiscalYear: 2014 })).map(({ name }: { name: string }) => name)).toEqual([
      '高橋 一',
    ]);
    const again = await preview({ text: [heading, ...good].join('\n') });
    expect(again.body).toMatchObject({ good: 1, bad: 1 });
    expect(again.body.lines[0]!.problems[0]).toMatchObject({
      code: 'ledger.paper_number_taken',
      params: { number: '第1号' },
    });
  });

  it('may be pasted out of a spreadsheet, for a course of the system, and says from which number that goes on', async () => {
    const rows = [['年度', '講座', '番号', '氏名'].join('\t'), ['R7', '入門', '31', '紙の 最後'].join('\t')];
    const { body } = await preview({ text: rows.join('\n') });
    expect(body).toMatchObject({ good: 1, bad: 0, next: [{ fiscalYear: 2025, serial: 32 }] });
    expect(body.lines[0]!.number).toBe('令和7年度 入門 第31号');
  });

  it.each([
    ['nothing', { text: '  ' }, 'ledger.paper_sheet_empty'],
    ['a heading only', { text: heading }, 'ledger.paper_sheet_empty'],
    ['other columns', { text: 'a,b\n1,2' }, 'ledger.paper_sheet_columns'],
    ['an open quote', { text: `${heading}\n"平成26年度` }, 'ledger.paper_sheet_unreadable'],
    [
      'a workbook',
      { file: Buffer.from([0x50, 0x4b, 3, 4, 0xff, 0xfe, 0, 0x81, 0]).toString('base64') },
      'ledger.paper_sheet_unreadable',
    ],
    [
      'too many lines',
      { text: [heading, ...Array(1001).fill('2015,a,1,b,,,,,')].join('\n') },
      'ledger.paper_sheet_too_long',
    ],
  ])('that is %s is refused kindly', async (_, body, code) => {
    const answer = await preview(body);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect([answer.body.code, answer.body.issues?.[0]?.code]).toContain(code);
  });
});

/** The letters of these tests only: found by asking the decoder for every pair of bytes. */
function shiftJis(text: string): string {
  const decoder = new TextDecoder('shift_jis');
  const bytesOf = new Map<string, number[]>();
  for (let lead = 0x81; lead <= 0xfc; lead += 1)
    for (let trail = 0x40; trail <= 0xfc; trail += 1) {
      const letter = decoder.decode(Uint8Array.of(lead, trail));
      if (letter.length === 1 && !bytesOf.has(letter)) bytesOf.set(letter, [lead, trail]);
    }
  return Buffer.from(
    [...text].flatMap((c) => (c.charCodeAt(0) < 0x80 ? [c.charCodeAt(0)] : bytesOf.get(c)!)),
  ).toString('base64');
}
