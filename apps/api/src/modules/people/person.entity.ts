import type { AccommodationWish } from '@kizuna/shared/vocabulary/enrolment';
import type { Role } from '@kizuna/shared/vocabulary/roles';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A person. Names are stored exactly as given; the `*_key` and `search_*` columns are for comparison only. */
@Entity('people')
@Check(
  'ck_people_roles',
  `cardinality(roles) > 0 AND roles <@ ARRAY['learner', 'instructor', 'office', 'admin', 'organiser']`,
)
@Index('ix_people_kana_key', ['kanaKey', 'id'])
@Index('ix_people_search_grams', { synchronize: false })
@Index('ix_people_staff', { synchronize: false })
export class PersonEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_people' })
  id: string;

  @Column('text')
  name: string;

  @Column('text')
  kana: string;

  /** Unknown for staff who never applied for a course. */
  @Column('date', { name: 'born_on', nullable: true })
  bornOn: string | null;

  @Column('text', { nullable: true })
  phone: string | null;

  @Index('ix_people_phone_digits')
  @Column('text', { name: 'phone_digits', nullable: true })
  phoneDigits: string | null;

  /** Contact address. Couples may share one: only an account's address is unique. */
  @Column('text', { nullable: true })
  email: string | null;

  @Index('ix_people_email_key')
  @Column('text', { name: 'email_key', nullable: true })
  emailKey: string | null;

  @Column('text', { name: 'postal_code', nullable: true })
  postalCode: string | null;

  @Column('text')
  address: string;

  @ForeignKey('districts', { name: 'fk_people_district_id' })
  @Column('uuid', { name: 'district_id', nullable: true })
  districtId: string | null;

  @Column('text', { array: true, default: '{}' })
  wishes: AccommodationWish[];

  @Column('text', { name: 'wish_note', nullable: true })
  wishNote: string | null;

  @Column('text', { array: true, default: '{learner}' })
  roles: Role[];

  @Column('text', { name: 'kana_key' })
  kanaKey: string;

  @Column('text', { name: 'search_text' })
  searchText: string;

  @Column('text', { name: 'search_grams', array: true })
  searchGrams: string[];

  @Column('integer', { default: 1 })
  version: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
