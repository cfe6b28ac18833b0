import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { completionEndpoints } from '@kizuna/shared/contracts/completion.endpoints';
import { completionNameConfirmationEndpoints } from '@kizuna/shared/contracts/completion.name-confirmation.endpoints';
import { peopleEndpoints } from '@kizuna/shared/contracts/people.endpoints';
import { reportingEndpoints } from '@kizuna/shared/contracts/reporting.endpoints';

import { aConfirmedLearner } from '../builders/application.js';
import { aCertifyingRun } from '../builders/certificate.js';
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
async function aLearner(name: string): Promise<SignedInPerson> {
  const person = await aPerson(api).named(name, 'なまえ').signedIn();
  return (await aConfirmedLearner(api, run.courseRunId, person)).learner;
}
async function stateOnList(name: string): Promise<string> {
  const { body } = await api
    .as(office)
    .call(completionEndpoints.listRunCompletions, { params: { courseRunId: run.courseRunId } });
  return body.items.find((item: { name: string }) => item.name === name)!.nameConfirmation;
}
async function rename(personId: string, name: string): Promise<void> {
  const { body: person } = await api.as(office).call(peopleEndpoints.getPerson, { params: { personId } });
  const { kana, bornOn, phone, email, address, version } = person;
  const edit = { name, kana, bornOn, phone, email, address, version, reason: '字の訂正' };
  const { status } = await api
    .as(office)
    .call(peopleEndpoints.editPerson, { params: { personId }, body: edit });
  expect(status).toBe(200);
}

describe('the name as it will be printed', () => {
  it('is not asked of somebody who takes part in nothing', async () => {
    const stranger = await aPerson(api).signedIn();
    expect(
      (await api.as(stranger).call(completionNameConfirmationEndpoints.getOwnNameConfirmation)).body,
    ).toMatchObject({ asked: false, state: 'unconfirmed' });
  });

  it('is confirmed by the learner; a press that is repeated is one word', async () => {
    const learner = await aLearner('確認 花子');
    expect(await stateOnList('確認 花子')).toBe('unconfirmed');
    const body = { name: '確認 花子', choice: 'as_registered' };
    const key = { 'idempotency-key': 'name-key-1' };
    const answers = await Promise.all(
      [1, 2, 3].map(() =>
        api.as(learner).call(completionNameConfirmationEndpoints.confirmOwnName, { body, headers: key }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(answers[0]!.body).toMatchObject({ asked: true, state: 'confirmed', last: { via: 'self' } });
    const said = await api.rows('SELECT * FROM name_confirmations WHERE person_id = $1', [learner.personId]);
    expect(said).toHaveLength(1);
    expect(await stateOnList('確認 花子')).toBe('confirmed');
  });

  it('is asked anew when the registered name changes', async () => {
    const learner = await aLearner('旧字 沢');
    await api.as(learner).call(completionNameConfirmationEndpoints.confirmOwnName, {
      body: { name: '旧字 沢', choice: 'as_registered' },
    });
    await rename(learner.personId, '旧字 澤');
    expect(
      (await api.as(learner).call(completionNameConfirmationEndpoints.getOwnNameConfirmation)).body,
    ).toMatchObject({ state: 'unconfirmed', last: null });
    const late = await api.as(learner).call(completionNameConfirmationEndpoints.confirmOwnName, {
      body: { name: '旧字 沢', choice: 'as_registered' },
    });
    expect(late.body.code).toBe('completion.name_changed_since_shown');
  });

  it('that is wrong comes to the office, which corrects it and hears on the telephone that it is right', async () => {
    const learner = await aLearner('渡辺 違');
    const note = 'しんにょうの点がふたつの「邉」です';
    expect(
      (
        await api.as(learner).call(completionNameConfirmationEndpoints.confirmOwnName, {
          body: { name: '渡辺 違', choice: 'wrong' },
        })
      ).body.code,
    ).toBe('completion.name_note_required');
    await api.as(learner).call(completionNameConfirmationEndpoints.confirmOwnName, {
      body: { name: '渡辺 違', choice: 'wrong', note },
    });
    const questions = async () =>
      (await api.as(office).call(completionNameConfirmationEndpoints.listNameQuestions)).body.items;
    expect(await questions()).toEqual([
      expect.objectContaining({ personId: learner.personId, state: 'wrong', note }),
    ]);
    expect((await api.as(office).call(reportingEndpoints.getOfficeHome)).body.namesInQuestion).toBe(1);
    await rename(learner.personId, '渡邉 違');
    expect(await questions()).toEqual([]);
    const said = { name: '渡邉 違', choice: 'as_registered', via: 'phone' };
    const heard = await api.as(office).call(completionNameConfirmationEndpoints.confirmName, {
      params: { personId: learner.personId },
      body: said,
    });
    expect(heard.body).toMatchObject({ state: 'confirmed', last: { via: 'phone', byName: office.name } });
  });

  it('with a character that cannot be printed: another form, with consent, once the office has registered it', async () => {
    const registered = '辻\u{e01ef} 花';
    const learner = await aLearner(registered);
    const { body: view } = await api
      .as(learner)
      .call(completionNameConfirmationEndpoints.getOwnNameConfirmation);
    expect(view.undrawable).toEqual(['辻\u{e01ef}']);
    expect(view.forms.length).toBeGreaterThan(0);
    const asIs = await api.as(learner).call(completionNameConfirmationEndpoints.confirmOwnName, {
      body: { name: registered, choice: 'as_registered' },
    });
    expect(asIs.body).toMatchObject({ code: 'completion.name_not_drawable' });
    const printedName = view.forms[0]!.name;
    const agreed = await api.as(learner).call(completionNameConfirmationEndpoints.confirmOwnName, {
      body: { name: registered, choice: 'other_form', printedName },
    });
    expect(agreed.body.state).toBe('form_agreed');
    await rename(learner.personId, printedName);
    expect(
      (await api.as(learner).call(completionNameConfirmationEndpoints.getOwnNameConfirmation)).body.state,
    ).toBe('confirmed');
    expect(await stateOnList(printedName)).toBe('confirmed');
  });

  it('or the brush', async () => {
    const registered = '鬼\u{e01ef} 筆';
    const learner = await aLearner(registered);
    const said = await api.as(learner).call(completionNameConfirmationEndpoints.confirmOwnName, {
      body: { name: registered, choice: 'brush' },
    });
    expect(said.body.state).toBe('brush');
    expect(await stateOnList(registered)).toBe('brush');
  });

  it('is shown as a picture of letters, without script, style or text of its own', async () => {
    const learner = await aLearner('<script>𠮷田</script> 花');
    const picture = await api.as(learner).call(completionNameConfirmationEndpoints.getOwnNamePicture);
    expect(picture.status).toBe(200);
    const svg = picture.raw.toString('utf8');
    expect(svg).toMatch(/^<svg/);
    expect(svg).not.toMatch(/<script|<style|<foreignObject|href="http/i);
    expect(
      (
        await api
          .as(learner)
          .call(completionNameConfirmationEndpoints.getOwnNamePicture, { query: { form: '5' } })
      ).status,
    ).toBe(404);
    expect(
      (
        await api.as(office).call(completionNameConfirmationEndpoints.getNamePicture, {
          params: { personId: learner.personId },
        })
      ).status,
    ).toBe(200);
  });

  it('keeps every word that was said', async () => {
    for (const sql of [
      `UPDATE name_confirmations SET choice = 'brush'`,
      'DELETE FROM name_confirmations',
      'TRUNCATE name_confirmations',
    ])
      await expect(api.write(sql)).rejects.toThrow();
  });
});
