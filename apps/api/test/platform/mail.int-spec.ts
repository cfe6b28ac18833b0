import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { AppConfig } from '../../src/platform/config/app-config.js';
import { Mailer, MailFailed } from '../../src/platform/mail/index.js';
import { startTestApi, type TestApi } from '../support/api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const mail = {
  to: 'someone@example.jp',
  subject: '受講決定のお知らせ（𠮷田さま）',
  text: '髙﨑さま\n古河市 地域サポーター養成講座の受講が決まりました。',
  messageId: '<01890000-0000-7000-8000-000000000000@kizuna>',
};

describe('mail', () => {
  it('arrives with its subject, text and message id', async () => {
    await api.get(Mailer).send(mail);
    expect(api.mailbox.received).toHaveLength(1);
    expect(api.mailbox.received[0]).toMatchObject({ to: [mail.to], subject: mail.subject });
    expect(api.mailbox.received[0]!.text).toContain('髙﨑さま');
    expect(api.mailbox.received[0]!.raw).toContain(mail.messageId);
  });

  it.each([
    [550, true],
    [452, false],
    [421, false],
  ])('tells a refusal with %i apart', async (code, permanent) => {
    api.mailbox.refuseWith = code;
    const failure = await api
      .get(Mailer)
      .send(mail)
      .then(
        () => undefined,
        (error: unknown) => error,
      );
    expect(failure).toBeInstanceOf(MailFailed);
    expect(failure).toMatchObject({ permanent, responseCode: code });
    api.mailbox.refuseWith = undefined;
  });

  it('calls a server that is not there a passing failure', async () => {
    const mailer = new Mailer(new AppConfig({ ...api.get(AppConfig), smtpUrl: 'smtp://127.0.0.1:1' }));
    await expect(mailer.send(mail)).rejects.toMatchObject({ permanent: false, responseCode: undefined });
    mailer.onApplicationShutdown();
  });
});
