import { readFileSync } from 'node:fs';
import {
  expect,
  type APIRequestContext,
  type Browser,
  type BrowserContext,
  type Page,
} from '@playwright/test';
import { peopleEndpoints } from '@kizuna/shared/contracts/people.endpoints';

/** A person who can sign in, with address and password or with 受講カード and secret. */
export interface Account {
  label: string;
  email?: string;
  password?: string;
  cardNumber?: string;
  secret?: string;
}

type DemoAccount = Account & { role: string; note?: string };

const file = process.env.E2E_ACCOUNTS ?? '../.data/demo-accounts.json';
const demo = JSON.parse(readFileSync(file, 'utf8')) as DemoAccount[];

function firstWith(found: (account: DemoAccount) => boolean): DemoAccount {
  const account = demo.find(found);
  if (!account) throw new Error(`the demo scenario has no such account: ${found.toString()}`);
  return account;
}

/** People of the demo scenario whom tests use without changing their data. */
export const demoAccounts = {
  office: firstWith(({ role }) => role === 'office'),
  admin: firstWith(({ role }) => role === 'admin'),
  instructor: firstWith(({ role }) => role === 'instructor'),
  learner: firstWith(({ role, email }) => role === 'learner' && email !== undefined),
  graduate: demo.filter(({ role, email }) => role === 'learner' && email !== undefined).at(-1)!,
};

/** Signs in without the page, which has its own tests. The cookie stays in the context. */
export async function signIn(context: BrowserContext | APIRequestContext, account: Account): Promise<void> {
  const request = 'request' in context ? context.request : context;
  const { email, password, cardNumber, secret } = account;
  const answer = cardNumber
    ? await request.post(peopleEndpoints.signInWithCard.path, { data: { cardNumber, secret } })
    : await request.post(peopleEndpoints.signInWithPassword.path, { data: { email, password } });
  expect(answer.status(), `${account.label} signs in`).toBe(200);
}

/** A page in a browser context of its own, signed in if an account is given. */
export async function somebody(browser: Browser, account?: Account): Promise<Page> {
  const context = await browser.newContext();
  if (account) await signIn(context, account);
  return context.newPage();
}
