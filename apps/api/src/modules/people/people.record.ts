import type { AccommodationWish } from '@kizuna/shared/vocabulary/enrolment';
import type { Role } from '@kizuna/shared/vocabulary/roles';

/** A person as used within the module. */
export interface PersonRecord {
  personId: string;
  name: string;
  kana: string;
  bornOn: string | null;
  phone: string | null;
  email: string | null;
  postalCode: string | null;
  address: string;
  districtId: string | null;
  districtName: string | null;
  wishes: AccommodationWish[];
  wishNote: string | null;
  roles: Role[];
  hasPassword: boolean;
  version: number;
}

/** The writable values of a person. */
export type PersonValues = Omit<
  PersonRecord,
  'personId' | 'districtName' | 'hasPassword' | 'version' | 'roles'
>;

/** A 受講カード, without its secret. */
export interface CardRecord {
  cardId: string;
  number: string;
  issuedAt: Date;
  revokedAt: Date | null;
}

/** A possible match for the person being looked for. */
export interface SimilarPerson {
  personId: string;
  name: string;
  kana: string;
  bornOn: string | null;
  phone: string | null;
  address: string;
  sameKana: boolean;
  samePhone: boolean;
}
