import type { CivilDate } from '@kizuna/shared/rules/civil-date';
import type { SupporterState } from '@kizuna/shared/vocabulary/supporters';
import { Injectable } from '@nestjs/common';

import { Sql } from '../../../platform/database/index.js';
import { PeopleReader } from '../../people/index.js';
import { SupporterSettingsReader } from '../settings/supporter-settings.reader.js';
import type { SupporterTerms } from '../supporters.policy.js';

export interface KnownCard {
  number: string;
  name: string;
  state: SupporterState;
  validUntil: CivilDate;
  terms: SupporterTerms;
}

/** The codes behind the QR codes of cards. No view contains them: the code is enough to check a card. */
@Injectable()
export class SupporterCardReader {
  constructor(
    private readonly sql: Sql,
    private readonly people: PeopleReader,
    private readonly settings: SupporterSettingsReader,
  ) {}

  async findByCode(code: string): Promise<KnownCard | null> {
    const row = await this.sql.one<Omit<KnownCard, 'name' | 'terms'> & { personId: string }>(
      `SELECT number, person_id AS "personId", state, valid_until::text AS "validUntil" FROM supporters
       WHERE card_code = $1 AND number IS NOT NULL AND valid_until IS NOT NULL`,
      [code],
    );
    if (!row) return null;
    const { personId, ...card } = row;
    const [person, terms] = await Promise.all([this.people.getPerson(personId), this.settings.terms()]);
    return { ...card, name: person.name, terms };
  }

  async codesOf(ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.sql.query<{ id: string; code: string }>(
      'SELECT id, card_code AS code FROM supporters WHERE id = ANY($1::uuid[]) AND card_code IS NOT NULL',
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row.code]));
  }
}
