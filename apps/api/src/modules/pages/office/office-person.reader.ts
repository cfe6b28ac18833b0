import type { HistoryEntry } from '@kizuna/shared/contracts/people';
import { Injectable } from '@nestjs/common';

import { Sql } from '../../../platform/database/index.js';
import type { SaidRow } from '../../completion/index.js';
import { toHistoryEntry, type CardRecord } from '../../people/index.js';
import type { InJson } from '../in-json.js';

/** What the office's page of a person shows beside the record: read together. */
export interface OfficePersonRecord {
  cards: CardRecord[];
  history: HistoryEntry[];
  /** The latest answer about the name on the certificate. */
  said: SaidRow | null;
}

interface Row {
  cards: CardRecord[];
  history: (Parameters<typeof toHistoryEntry>[0] & { actorName: string | null })[];
  said: SaidRow | null;
}

const cards = `coalesce((SELECT json_agg(x) FROM (SELECT card_id AS "cardId", number, issued_at AS "issuedAt",
    revoked_at AS "revokedAt" FROM page_cards WHERE person_id = $1 ORDER BY issued_at DESC, card_id DESC) x), '[]')`;
const history = `coalesce((SELECT json_agg(x) FROM (SELECT at, action, subject_type AS "subjectType", reason, before, after,
    actor_name AS "actorName" FROM page_history WHERE subject_type = 'person' AND subject_id = $1
    ORDER BY id DESC LIMIT 100) x), '[]')`;
const said = `(SELECT json_build_object('registeredName', n.registered_name, 'printedName', n.printed_name,
    'choice', n.choice, 'note', n.note, 'via', n.via, 'at', n.recorded_at, 'byName', n.by_name)
  FROM page_name_confirmations n WHERE n.person_id = $1 ORDER BY n.id DESC LIMIT 1)`;

/** Reads the views that capabilities publish of a person for the office (docs/adr/0040), in one statement. */
@Injectable()
export class OfficePersonReader {
  constructor(private readonly sql: Sql) {}

  /** Cards, audit log and the answer about the name; empty for an unknown person. */
  async getRecord(personId: string): Promise<OfficePersonRecord> {
    const [row] = await this.sql.prepared<{ record: InJson<Row> }>(
      'pages.office-person',
      `SELECT json_build_object('cards', ${cards}, 'history', ${history}, 'said', ${said}) AS record
       FROM (SELECT $1::uuid) AS asked`,
      [personId],
    );
    const { record } = row!;
    return {
      cards: record.cards.map((card) => ({
        ...card,
        issuedAt: new Date(card.issuedAt),
        revokedAt: card.revokedAt === null ? null : new Date(card.revokedAt),
      })),
      history: record.history.map(({ actorName, ...entry }) =>
        toHistoryEntry({ ...entry, at: new Date(entry.at) }, actorName),
      ),
      said: record.said && { ...record.said, at: new Date(record.said.at) },
    };
  }
}
