import { z } from 'zod';
import { cardId, districtId, personId } from '../vocabulary/ids.js';
import { accommodationWishes } from '../vocabulary/enrolment.js';
import { roles, staffRoles } from '../vocabulary/roles.js';
import {
  birthDate,
  civilDate,
  email,
  instant,
  kana,
  line,
  listQuery,
  name,
  pageOf,
  phone,
  postalCode,
} from './fields.js';

const role = z.enum(roles);

export const SignedInPerson = z
  .object({ personId, name: z.string(), roles: z.array(role), via: z.enum(['password', 'card']) })
  .meta({ id: 'SignedInPerson' });
export type SignedInPerson = z.infer<typeof SignedInPerson>;

export const SignInState = z.object({ person: SignedInPerson.nullable() }).meta({ id: 'SignInState' });
export type SignInState = z.infer<typeof SignInState>;

const password = z
  .string({ error: 'people.password_too_short' })
  .min(8, { error: 'people.password_too_short' })
  .max(200, { error: 'platform.too_long' });

export const PasswordSignInBody = z
  .object({
    email: z.string().trim().min(1, { error: 'people.email_invalid' }).max(254),
    password: z.string().min(1, { error: 'platform.required' }).max(200),
  })
  .meta({ id: 'PasswordSignInBody' });
export type PasswordSignInBody = z.infer<typeof PasswordSignInBody>;

export const CardSignInBody = z
  .object({
    cardNumber: z.string().trim().min(1, { error: 'people.card_number_invalid' }).max(200),
    secret: z.string().trim().min(1, { error: 'people.card_secret_invalid' }).max(20),
  })
  .meta({ id: 'CardSignInBody' });
export type CardSignInBody = z.infer<typeof CardSignInBody>;

export const PasswordResetBody = z.object({ email }).meta({ id: 'PasswordResetBody' });
export type PasswordResetBody = z.infer<typeof PasswordResetBody>;

/** Either the token from the link, or the mail address with the six-digit code from the mail. */
export const PasswordResetCompletionBody = z
  .object({
    token: z.string().max(200).optional(),
    email: z.string().trim().max(254).optional(),
    code: z.string().trim().max(20).optional(),
    newPassword: password,
  })
  .meta({ id: 'PasswordResetCompletionBody' });
export type PasswordResetCompletionBody = z.infer<typeof PasswordResetCompletionBody>;

export const PasswordChangeBody = z
  .object({
    currentPassword: z.string().min(1, { error: 'platform.required' }).max(200),
    newPassword: password,
  })
  .meta({ id: 'PasswordChangeBody' });
export type PasswordChangeBody = z.infer<typeof PasswordChangeBody>;

export const DistrictView = z
  .object({ districtId, name: z.string(), area: z.string() /* 地区: 古河・総和・三和 */ })
  .meta({ id: 'DistrictView' });
export type DistrictView = z.infer<typeof DistrictView>;
export const DistrictList = z.object({ items: z.array(DistrictView) }).meta({ id: 'DistrictList' });
export type DistrictList = z.infer<typeof DistrictList>;

/** The questions about a person, the same in the web form and for the office. */
export const personDetails = {
  name,
  kana,
  bornOn: birthDate,
  phone: phone.optional(),
  email: email.optional(),
  postalCode: postalCode.optional(),
  address: line(300, 'people.address_required'),
  districtId: districtId.optional(),
};
export const PersonDetails = z.object(personDetails).meta({ id: 'PersonDetails' });
export type PersonDetails = z.infer<typeof PersonDetails>;

export const PersonEditBody = z
  .object({
    ...personDetails,
    wishes: z.array(z.enum(accommodationWishes)).max(10).default([]),
    wishNote: z.string().trim().max(1000).optional(),
    /**
     * The version that the form was opened with; after an edit by somebody else the API answers 409
     * people.changed_meanwhile.
     */
    version: z.number().int(),
    reason: line(300).optional(),
  })
  .meta({ id: 'PersonEditBody' });
export type PersonEditBody = z.infer<typeof PersonEditBody>;

export const CardView = z
  .object({ cardId, cardNumber: z.string(), issuedAt: instant, revokedAt: instant.nullable() })
  .meta({ id: 'CardView' });
export type CardView = z.infer<typeof CardView>;

/** `secret` is returned by the issuing request only; `cardAddress` is the content of the QR code. */
export const IssuedCardView = z
  .object({ card: CardView, name: z.string(), kana: z.string(), secret: z.string(), cardAddress: z.string() })
  .meta({ id: 'IssuedCardView' });
export type IssuedCardView = z.infer<typeof IssuedCardView>;

export const PersonRow = z
  .object({
    personId,
    name: z.string(),
    kana: z.string(),
    /** Null for staff who never applied for a course. */
    bornOn: civilDate.nullable(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    address: z.string(),
    districtName: z.string().nullable(),
    roles: z.array(role),
  })
  .meta({ id: 'PersonRow' });
export type PersonRow = z.infer<typeof PersonRow>;

export const PersonListQuery = z
  .object({ ...listQuery, role: role.optional() /* only people with this role */ })
  .meta({ id: 'PersonListQuery' });
export type PersonListQuery = z.infer<typeof PersonListQuery>;
export const PersonPage = pageOf(PersonRow).meta({ id: 'PersonPage' });
export type PersonPage = z.infer<typeof PersonPage>;

export const PersonView = PersonRow.extend({
  postalCode: z.string().nullable(),
  districtId: districtId.nullable(),
  wishes: z.array(z.enum(accommodationWishes)),
  wishNote: z.string().nullable(),
  hasPassword: z.boolean(),
  cards: z.array(CardView),
  version: z.number().int(),
}).meta({ id: 'PersonView' });
export type PersonView = z.infer<typeof PersonView>;

export const ProfileView = PersonRow.extend({
  postalCode: z.string().nullable(),
  hasPassword: z.boolean(),
  via: z.enum(['password', 'card']),
  openSignIns: z.number().int(),
}).meta({ id: 'ProfileView' });
export type ProfileView = z.infer<typeof ProfileView>;

/** One entry of the audit log: who, when, values before and after. */
export const HistoryEntry = z
  .object({
    at: instant,
    actorName: z.string().nullable(),
    action: z.string(),
    subjectType: z.string(),
    reason: z.string().nullable(),
    changes: z.array(
      z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
    ),
  })
  .meta({ id: 'HistoryEntry' });
export type HistoryEntry = z.infer<typeof HistoryEntry>;
export const HistoryList = z.object({ items: z.array(HistoryEntry) }).meta({ id: 'HistoryList' });
export type HistoryList = z.infer<typeof HistoryList>;

export const StaffView = z
  .object({
    personId,
    name: z.string(),
    kana: z.string(),
    email: z.string().nullable(),
    roles: z.array(role),
    hasPassword: z.boolean(),
  })
  .meta({ id: 'StaffView' });
export type StaffView = z.infer<typeof StaffView>;
export const StaffList = z.object({ items: z.array(StaffView) }).meta({ id: 'StaffList' });
export type StaffList = z.infer<typeof StaffList>;
export const StaffBody = z
  .object({
    name,
    kana,
    email,
    roles: z.array(z.enum(staffRoles)).min(1, { error: 'platform.required' }),
  })
  .meta({ id: 'StaffBody' });
export type StaffBody = z.infer<typeof StaffBody>;
export const StaffRolesBody = z.object({ roles: z.array(z.enum(staffRoles)) }).meta({ id: 'StaffRolesBody' });
export type StaffRolesBody = z.infer<typeof StaffRolesBody>;

/** Whether a person may hold group viewings (学習会の世話役), a 区長 for instance. The office decides. */
export const OrganiserBody = z.object({ organiser: z.boolean() }).meta({ id: 'OrganiserBody' });
export type OrganiserBody = z.infer<typeof OrganiserBody>;
