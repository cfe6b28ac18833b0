import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { formatCardNumber, parseCardNumber } from '@kizuna/shared/rules/card-number';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import { CardService, AccountSetupService } from '../../modules/people/index.js';
import { systemActor } from '../../platform/auth/index.js';
import { demoStaff } from '../content/demo-people.js';
import { demoPassword } from './demo.cast.js';

/** One line of what the start command prints. */
interface DemoAccount {
  role: string;
  label: string;
  email?: string;
  password?: string;
  cardNumber?: string;
  secret?: string;
  note?: string;
}

const roleLabels = { office: '社協職員', admin: '管理者', instructor: '講師' } as const;
const cardSecret = '4649';

/** The accounts for trying the demo, written to DATA_DIR/demo-accounts.json. */
export class DemoAccounts {
  private readonly accounts: DemoAccount[] = [];

  constructor(private readonly app: NestFastifyApplication) {
    for (const { role, name, email } of demoStaff) {
      this.accounts.push({ role, label: `${roleLabels[role]} ${name}`, email, password: demoPassword });
    }
  }

  /** A person who signs in with e-mail and password. */
  async withPassword(personId: string, name: string, email: string, note: string): Promise<void> {
    await this.app.get(AccountSetupService).setPassword(personId, email, demoPassword);
    this.accounts.push({ role: 'learner', label: `受講者 ${name}`, email, password: demoPassword, note });
  }

  /** A person who signs in with a 受講カード. */
  async withCard(personId: string, name: string, note: string): Promise<void> {
    const actor = systemActor('seed.demo');
    const { card } = await this.app.get(CardService).issueCard(actor, personId, cardSecret);
    const digits = parseCardNumber(card.cardNumber);
    const cardNumber = digits === undefined ? card.cardNumber : formatCardNumber(digits);
    this.accounts.push({ role: 'learner', label: `受講者 ${name}`, cardNumber, secret: cardSecret, note });
  }

  async write(dataDir: string): Promise<void> {
    await mkdir(dataDir, { recursive: true });
    const file = path.join(dataDir, 'demo-accounts.json');
    await writeFile(file, `${JSON.stringify(this.accounts, undefined, 2)}\n`);
  }
}
