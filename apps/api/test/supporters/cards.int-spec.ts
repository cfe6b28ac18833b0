import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { QueryOf } from '@kizuna/shared/contracts/endpoint-input';
import type { SupporterView } from '@kizuna/shared/contracts/supporters';
import { supportersCardsEndpoints } from '@kizuna/shared/contracts/supporters.cards.endpoints';

import { SupporterCardService } from '../../src/modules/supporters/cards/supporter-card.service.js';
import { AppConfig } from '../../src/platform/config/app-config.js';
import { aCertifyingRun } from '../builders/certificate.js';
import type { BuiltRun } from '../builders/course-run.js';
import { aPerson, type SignedInPerson } from '../builders/person.js';
import { aDistrict, aGraduate, anActiveSupporter, answers, applyAsSupporter } from '../builders/supporter.js';
import { startTestApi, type TestApi } from '../support/api.js';
import { openPdf } from '../support/pdf.js';

let api: TestApi;
let office: SignedInPerson;
let run: BuiltRun;
let district: string;
/** Eleven people: one more than a sheet holds. */
const people: { person: SignedInPerson; view: SupporterView }[] = [];

beforeAll(async () => {
  api = await startTestApi();
  office = await aPerson(api).withRoles('office').signedIn();
  run = await aCertifyingRun(api);
  district = await aDistrict(api);
  for (let index = 1; index <= 11; index += 1) people.push(await anActive(`登録 ${index}郎`));
}, 60_000);
afterAll(() => api.close());

async function anActive(name: string, more: { blank?: true } = {}) {
  const person = await aGraduate(api, office, run, { name, ...more });
  return { person, view: await anActiveSupporter(api, office, person, answers(district)) };
}
const sheetOf = (supporterIds: string[]) =>
  api.as(office).call(supportersCardsEndpoints.printSupporterCards, { body: { supporterIds } });
const list = async (query: QueryOf<typeof supportersCardsEndpoints.listSupporterCards> = {}) =>
  (await api.as(office).call(supportersCardsEndpoints.listSupporterCards, { query })).body.items;
const addressOf = async (id: string): Promise<string> => {
  const rows = await api.rows<{ code: string }>('SELECT card_code AS code FROM supporters WHERE id = $1', [
    id,
  ]);
  return `${api.get(AppConfig).publicOrigin}/supporter-card/${rows[0]!.code}`;
};
/** Where the QR code of a card is, in millimetres from the card's upper left corner. */
const qrOnCard = { left: 56, top: 12, width: 28, height: 26 };
/** The same on A4: two columns and five rows of cards within its margins. */
const qrOnSheet = (place: number) => ({
  ...qrOnCard,
  page: Math.floor(place / 10),
  left: 19.4 + (place % 2) * 85.6 + qrOnCard.left,
  top: 13.5 + Math.floor((place % 10) / 2) * 54 + qrOnCard.top,
});
const wordsOn = ({ number, name }: SupporterView) => [
  name.replace(/\s/gu, ''),
  number!.replace(/\s/gu, ''),
  '令和10年3月31日',
];

describe('a card', () => {
  it('says name, number and last day, and its QR code leads to its check', async () => {
    const { person, view } = people[0]!;
    const { raw, status } = await api
      .as(person)
      .call(supportersCardsEndpoints.getOwnSupporterCard, { params: { supporterId: view.supporterId } });
    expect(status).toBe(200);
    const pdf = await openPdf(raw);
    expect(pdf.texts).toHaveLength(1);
    for (const word of wordsOn(view)) expect(pdf.texts[0]).toContain(word);
    const address = await addressOf(view.supporterId);
    expect(await pdf.qrIn({ page: 0, ...qrOnCard })).toBe(address);
    pdf.close();
    const check = await api.anonymous.call(supportersCardsEndpoints.checkSupporterCard, {
      params: { publicCode: address.split('/').at(-1)! },
    });
    expect(check.body).toMatchObject({ number: view.number, standing: 'valid' });
  });
});

describe('sheets of cards', () => {
  it('hold ten each, in the order in which they were chosen, and every QR code is read', async () => {
    const chosen = people.toReversed().map(({ view }) => view);
    const { raw, headers } = await sheetOf(chosen.map(({ supporterId }) => supporterId));
    expect(headers['content-type']).toContain('application/pdf');
    const pdf = await openPdf(raw);
    expect(pdf.texts).toHaveLength(2);
    const numbers = (page: number) => pdf.texts[page]!.match(/令和8年度第\d+号/gu);
    const expected = chosen.map(({ number }) => number!.replace(/\s/gu, ''));
    expect([numbers(0), numbers(1)]).toEqual([expected.slice(0, 10), expected.slice(10)]);
    for (const [place, view] of chosen.entries()) {
      for (const word of wordsOn(view)) expect(pdf.texts[Math.floor(place / 10)]).toContain(word);
      expect(await pdf.qrIn(qrOnSheet(place))).toBe(await addressOf(view.supporterId));
    }
    pdf.close();
  }, 60_000);

  it('hold who was chosen and nobody else; who was printed is not due until the last day is another', async () => {
    const [one, two] = [await anActive('選 一'), await anActive('選 二')];
    const due = async () => (await list({ card: 'due' })).map(({ supporterId }) => supporterId);
    expect(await due()).toEqual([one.view.supporterId, two.view.supporterId]);
    const { raw } = await sheetOf([two.view.supporterId, two.view.supporterId]);
    const pdf = await openPdf(raw);
    expect(pdf.texts[0]).toContain('選二');
    expect(pdf.texts[0]).not.toContain('選一');
    expect(pdf.texts[0]!.match(/登録番号/gu)).toHaveLength(1);
    pdf.close();
    expect(await due()).toEqual([one.view.supporterId]);
    const all = await list();
    expect(all.find((each) => each.supporterId === two.view.supporterId)).toMatchObject({
      printedOn: '2026-06-10',
      validUntil: '2028-03-31',
      undrawable: [],
    });
    await api
      .as(office)
      .call(supportersCardsEndpoints.getSupporterCard, { params: { supporterId: one.view.supporterId } });
    expect(await due()).toEqual([]);
    await api.write(`UPDATE supporters SET valid_until = '2030-03-31' WHERE id = $1`, [two.view.supporterId]);
    expect(await due()).toEqual([two.view.supporterId]);
    // one's own look at the card is no print of the office's
    await api
      .as(two.person)
      .call(supportersCardsEndpoints.getOwnSupporterCard, { params: { supporterId: two.view.supporterId } });
    expect(await due()).toEqual([two.view.supporterId]);
  });

  it('are still due where the last day moved while they were made', async () => {
    const { view } = await anActive('間 一');
    const cards = api.get(SupporterCardService);
    jest.spyOn(cards, 'print').mockImplementationOnce(async (...given) => {
      const file = await SupporterCardService.prototype.print.apply(cards, given);
      await api.write(`UPDATE supporters SET valid_until = '2030-03-31' WHERE id = $1`, [view.supporterId]);
      return file;
    });
    expect((await sheetOf([view.supporterId])).status).toBe(200);
    const due = (await list({ card: 'due' })).map(({ supporterId }) => supporterId);
    expect(due).toContain(view.supporterId);
  });

  it('are for whoever has a card: no application, nobody who has ended, and not for everybody to print', async () => {
    const applicant = await aGraduate(api, office, run, { name: '申 請' });
    const { supporterId } = await applyAsSupporter(api, applicant, answers(district));
    expect((await list({ q: '申' })).length).toBe(0);
    const refused = await sheetOf([supporterId]);
    expect([refused.status, refused.body.code]).toEqual([409, 'supporters.nothing_to_print']);
    expect((await sheetOf([])).body.issues).toMatchObject([{ code: 'supporters.nothing_chosen' }]);
    const stranger = await api.as(people[0]!.person).call(supportersCardsEndpoints.printSupporterCards, {
      body: {
        supporterIds: [people[1]!.view.supporterId],
      },
    });
    expect(stranger.status).toBe(404);
  });

  it('say beforehand whose name would lose a letter', async () => {
    const { view } = await anActive('𪜈𰻞 太郎', { blank: true });
    const item = (await list({ card: 'due' })).find((each) => each.supporterId === view.supporterId);
    expect(item!.undrawable).toEqual(['𪜈', '𰻞']);
    const refused = await sheetOf([view.supporterId]);
    expect([refused.status, refused.body.code]).toEqual([422, 'supporters.glyph_missing']);
  });
});
