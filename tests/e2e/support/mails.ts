import { expect } from '@playwright/test';

/** A mail as received by the built-in mail sink. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
}

const sink = process.env.E2E_MAIL_URL ?? 'http://127.0.0.1:3025';

/** Waits for the mail to an address whose subject contains the text. If there are several, the newest. */
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

/** The first link in a mail whose path starts with `path`, as path and query: the test's own origin is used. */
export function linkIn(mail: Mail, path: string): string {
  const link = mail.text.match(/https?:\/\/\S+/g)?.find((each) => new URL(each).pathname.startsWith(path));
  expect(link, `a link to ${path} in the mail`).toBeDefined();
  const url = new URL(link!);
  return url.pathname + url.search;
}
