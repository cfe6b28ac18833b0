import type { Role } from '@kizuna/shared/vocabulary/roles';

import {
  CardService,
  PeopleService,
  AccountSetupService,
  SessionIssuer,
  type NewPerson,
} from '../../src/modules/people/index.js';
import { systemActor } from '../../src/platform/auth/index.js';
import { Transactions } from '../../src/platform/database/index.js';
import type { TestApi } from '../support/api.js';

export interface BuiltPerson {
  personId: string;
  name: string;
  email: string | null;
}
export interface SignedInPerson extends BuiltPerson {
  token: string;
}

const builder = systemActor('test.builder');
let number = 0;

/**
 * A person for a test: `await aPerson(api).named('髙﨑 𠮷子').signedIn()`,
 * `await aPerson(api).withRoles('office').signedIn()`.
 */
export function aPerson(api: TestApi): PersonBuilder {
  return new PersonBuilder(api);
}

export class PersonBuilder {
  private details: NewPerson;
  private roles: Role[] | undefined;

  constructor(private readonly api: TestApi) {
    number += 1;
    this.details = {
      name: `試験 太郎${number}`,
      kana: 'しけん たろう',
      bornOn: '1950-04-01',
      phone: `0280-00-${String(number).padStart(4, '0')}`,
      email: `person${number}@example.jp`,
      address: '茨城県古河市本町9999番地',
    };
  }

  named(name: string, kana = this.details.kana): this {
    this.details = { ...this.details, name, kana };
    return this;
  }
  with(details: Partial<NewPerson>): this {
    this.details = { ...this.details, ...details };
    return this;
  }
  withoutEmail(): this {
    return this.with({ email: undefined });
  }
  withRoles(...roles: Role[]): this {
    this.roles = roles;
    return this;
  }

  /** The person is on record. */
  async recorded(): Promise<BuiltPerson> {
    const { api } = this;
    const personId = await api
      .get(Transactions)
      .run(() => api.get(PeopleService).registerPerson(builder, this.details));
    if (this.roles) await api.write('UPDATE people SET roles = $2 WHERE id = $1', [personId, this.roles]);
    return { personId, name: this.details.name, email: this.details.email ?? null };
  }

  /** With an account and this password. */
  async withPassword(password: string): Promise<BuiltPerson> {
    const person = await this.recorded();
    await this.api.get(AccountSetupService).setPassword(person.personId, person.email!, password);
    return person;
  }

  /** With a 受講カード. */
  async withCard(): Promise<BuiltPerson & { cardNumber: string; secret: string; cardAddress: string }> {
    const person = await this.recorded();
    const issued = await this.api.get(CardService).issueCard(builder, person.personId);
    const { secret, cardAddress } = issued;
    return { ...person, cardNumber: issued.card.cardNumber, secret, cardAddress };
  }

  /** Signed in, without the cost of a password. */
  async signedIn(): Promise<SignedInPerson> {
    const person = await this.recorded();
    const opened = await this.api
      .get(Transactions)
      .run(() => this.api.get(SessionIssuer).open(person.personId, 'password'));
    return { ...person, token: opened.token };
  }
}
