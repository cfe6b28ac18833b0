import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { secondsSince, tell } from '@kizuna/server/tell.ts';
import type { Settings } from '../settings.ts';

/** A person of the demo scenario, written by the seed to DATA_DIR/demo-accounts.json. */
export interface DemoAccount {
  role: string;
  label: string;
  email?: string;
  password?: string;
  cardNumber?: string;
  secret?: string;
  note?: string;
}

/** Prints what the user needs now: the address, who can sign in, where the mail is, how to stop. */
export function announceReady(settings: Settings, place: { data: string; mail: boolean }): void {
  tell('');
  tell(`きずな講座が動いています(${secondsSince()})`);
  tell('');
  tell(`  画面        ${settings.publicOrigin}`);
  tell(
    `  メール      ${place.mail ? `http://localhost:${settings.mailPort}  (外には送られません)` : 'SMTP_URL のサーバーから送ります'}`,
  );
  tell(`  データ      ${place.data}`);
  tell(`  記録        ${path.join(settings.dataDir, 'logs')}`);
  tell('');
  tellAccounts(demoAccounts(settings.dataDir));
  tell('  止めるには  Ctrl-C');
  tell('');
}

/** Where the seed writes the demo accounts. */
export function demoAccountsFile(dataDir: string): string {
  return path.join(dataDir, 'demo-accounts.json');
}

function demoAccounts(dataDir: string): DemoAccount[] {
  const file = demoAccountsFile(dataDir);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as DemoAccount[]) : [];
}

function tellAccounts(accounts: DemoAccount[]): void {
  if (accounts.length === 0) {
    tell('  初めての管理者は、別の画面で次のように登録します: npm run admin:create');
  } else {
    tell('  見本の利用者(この機械の見本データだけのものです)');
    for (const account of accounts) tell(`    ${accountLine(account)}`);
  }
  tell('');
}

function accountLine(account: DemoAccount): string {
  const mail = account.email ? `${account.email} / ${account.password}` : '';
  const card = account.cardNumber ? `受講カード ${account.cardNumber} / 暗証番号 ${account.secret}` : '';
  const note = account.note ? `(${account.note})` : '';
  return `${account.label}: ${[mail, card].filter(Boolean).join('、')}${note}`;
}
