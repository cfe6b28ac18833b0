import { expect } from '@playwright/test';

/** A mail as the built-in sink received it. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
}

const sink = process.env.E2E_MAIL_URL ?? 'http://127.0.0.1:3025';

/** The mail to an address whose subject says the word, once it has arrived. The newest, where there are several. */
export async function mailTo(address: string, subject: string): Promise<Mail> {
  let found: Mail | undefined;
  await expect
    .poll(
      async () => {
        const mails = (await (await fetch(`${sink}/mails.json`)).json()) as Mail[];
        found = mails.find((mail) => mail.to.includes(address) && mail.subject.includes(subject));
        return found?.subject;
      },
      { message: `a mail about ${subject} to ${address}`, timeout: 30_000 },
    )
    .toContain(subject);
  return found!;
}

/** The first address in a mail whose path begins so, as path and query: the test's own origin is used. */
export function linkIn(mail: Mail, path: string): string {
  const link = mail.text.match(/https?:\/\/\S+/g)?.find((each) => new URL(each).pathname.startsWith(path));
  expect(link, `a link to ${path} in the mail`).toBeDefined();
  const url = new URL(link!);
  return url.pathname + url.search;
}
