import type {
  CardView,
  HistoryEntry,
  PersonRow,
  PersonView,
  ProfileView,
  StaffView,
} from '@kizuna/shared/contracts/people';
import { formatCardNumber } from '@kizuna/shared/rules/card-number';
import type { DistrictId, CardId, PersonId } from '@kizuna/shared/vocabulary/ids';

import type { AuditEntry } from '../../platform/audit/index.js';
import type { CardRecord, PersonRecord } from './people.record.js';

/** Maps a person to a row of the office's list. */
export function toPersonRow(person: PersonRecord): PersonRow {
  const { personId, name, kana, bornOn, phone, email, address, districtName, roles } = person;
  return { personId: personId as PersonId, name, kana, bornOn, phone, email, address, districtName, roles };
}

/** Maps a person to the office's page. */
export function toPersonView(person: PersonRecord, cards: readonly CardRecord[]): PersonView {
  return {
    ...toPersonRow(person),
    postalCode: person.postalCode,
    districtId: person.districtId as DistrictId | null,
    wishes: person.wishes,
    wishNote: person.wishNote,
    hasPassword: person.hasPassword,
    cards: cards.map(toCardView),
    version: person.version,
  };
}

/** Maps a person to what they see of themselves. */
export function toProfileView(
  person: PersonRecord,
  via: 'password' | 'card',
  openSignIns: number,
): ProfileView {
  const { postalCode, hasPassword } = person;
  return { ...toPersonRow(person), postalCode, hasPassword, via, openSignIns };
}

/** Maps a card, without its secret and with the number as printed. */
export function toCardView(card: CardRecord): CardView {
  return {
    cardId: card.cardId as CardId,
    cardNumber: formatCardNumber(card.number),
    issuedAt: card.issuedAt.toISOString(),
    revokedAt: card.revokedAt?.toISOString() ?? null,
  };
}

/** Maps a member of staff to a row of the administrator's list. */
export function toStaffView(person: PersonRecord): StaffView {
  const { personId, name, kana, email, roles, hasPassword } = person;
  return { personId: personId as PersonId, name, kana, email, roles, hasPassword };
}

function asText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map(String).join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Maps an entry of the audit log, with its values as text. */
export function toHistoryEntry(
  entry: Omit<AuditEntry, 'id' | 'actorId' | 'actorKind' | 'subjectId'>,
  actorName: string | null,
): HistoryEntry {
  const fields = new Set([...Object.keys(entry.before ?? {}), ...Object.keys(entry.after ?? {})]);
  return {
    at: entry.at.toISOString(),
    actorName,
    action: entry.action,
    subjectType: entry.subjectType,
    reason: entry.reason,
    changes: [...fields].map((field) => ({
      field,
      before: asText(entry.before?.[field]),
      after: asText(entry.after?.[field]),
    })),
  };
}
