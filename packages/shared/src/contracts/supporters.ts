import { z } from 'zod';
import { districtId, personId, supporterActivityId, supporterId } from '../vocabulary/ids.js';
import {
  pledgeOccasions,
  supporterContacts,
  supporterReaches,
  supporterSlots,
  supporterStates,
  supporterSteps,
  supporterWays,
} from '../vocabulary/supporters.js';
import { civilDate, count, instant, line, listQuery, pageOf, phone, text } from './fields.js';

const state = z.enum(supporterStates);
const slot = z.enum(supporterSlots, { error: 'supporters.slot_required' });

export const SupporterActivityView = z
  .object({ activityId: supporterActivityId, name: z.string(), retired: z.boolean() })
  .meta({ id: 'SupporterActivityView' });
export type SupporterActivityView = z.infer<typeof SupporterActivityView>;
export const SupporterActivityList = z
  .object({ items: z.array(SupporterActivityView) })
  .meta({ id: 'SupporterActivityList' });
export type SupporterActivityList = z.infer<typeof SupporterActivityList>;

/**
 * The whole list in order; an item without an id is new, an item left out is retired but stays with the supporters who
 * chose it.
 */
export const ActivitiesBody = z
  .object({
    items: z
      .array(z.object({ activityId: supporterActivityId.optional(), name: line(40) }))
      .min(1, { error: 'supporters.activity_required' })
      .max(40),
  })
  .meta({ id: 'ActivitiesBody' });
export type ActivitiesBody = z.infer<typeof ActivitiesBody>;

export type SupporterStep = (typeof supporterSteps)[number];

const wishes = z.object({
  activityIds: z
    .array(supporterActivityId, { error: 'supporters.activity_required' })
    .min(1, { error: 'supporters.activity_required' })
    .max(40),
  note: text(500).optional(),
});
const times = z.object({
  slots: z
    .array(slot, { error: 'supporters.slot_required' })
    .min(1, { error: 'supporters.slot_required' })
    .max(supporterSlots.length),
});
const places = z
  .object({
    reach: z.enum(supporterReaches, { error: 'supporters.reach_required' }),
    districtIds: z.array(districtId, { error: 'supporters.district_required' }).max(300),
  })
  .refine((v) => v.reach === 'whole_city' || v.districtIds.length > 0, {
    error: 'supporters.district_required',
    path: ['districtIds'],
  });
const contact = z
  .object({
    contactBy: z.enum(supporterContacts, { error: 'supporters.contact_required' }),
    emergencyName: line(100).optional(),
    emergencyPhone: phone.optional(),
  })
  .refine((v) => (v.emergencyName === undefined) === (v.emergencyPhone === undefined), {
    error: 'supporters.emergency_incomplete',
    path: ['emergencyPhone'],
  });
/** The version that was displayed; agreement to any other version is refused. */
const pledge = z.object({
  pledgeVersion: z.coerce.number().int().positive({ error: 'supporters.pledge_required' }),
  agreed: z.literal(true, { error: 'supporters.pledge_required' }),
});
/** `validUntil` is the expiry date that was displayed, so that a form sent twice renews only once. */
export const RenewalBody = pledge.extend({ validUntil: civilDate }).meta({ id: 'RenewalBody' });
export type RenewalBody = z.infer<typeof RenewalBody>;

/** A supporter's answers, by page. */
export const SupporterAnswers = z.object({ wishes, times, places, contact }).meta({ id: 'SupporterAnswers' });
export type SupporterAnswers = z.infer<typeof SupporterAnswers>;

export const SupporterDraftBody = z
  .discriminatedUnion('step', [
    z.object({ step: z.literal('wishes'), answers: wishes }),
    z.object({ step: z.literal('times'), answers: times }),
    z.object({ step: z.literal('places'), answers: places }),
    z.object({ step: z.literal('contact'), answers: contact }),
    z.object({ step: z.literal('pledge'), answers: pledge }),
  ])
  .meta({ id: 'SupporterDraftBody' });
export type SupporterDraftBody = z.infer<typeof SupporterDraftBody>;

const PledgeText = z.object({ version: count, text: z.string() });
export const SupporterDraft = z
  .object({
    answers: SupporterAnswers.extend({ pledge }).partial(),
    /** The first page that is still incomplete; null if only the check is left. */
    nextStep: z.enum(supporterSteps).nullable(),
    pledge: PledgeText,
    can: z.object({ register: z.boolean() }),
  })
  .meta({ id: 'SupporterDraft' });
export type SupporterDraft = z.infer<typeof SupporterDraft>;

/** A paper form or a phone call entered by the office; the pledge was signed on paper. */
export const OfficeRegistrationBody = z
  .object({ personId, answers: SupporterAnswers, pledge })
  .meta({ id: 'OfficeRegistrationBody' });
export type OfficeRegistrationBody = z.infer<typeof OfficeRegistrationBody>;

export const LeaveBody = z
  .object({
    fromOn: civilDate,
    /** The last day of the leave; omitted if not known yet. */
    untilOn: civilDate.optional(),
    reason: line(300).optional(),
  })
  .meta({ id: 'LeaveBody' });
export type LeaveBody = z.infer<typeof LeaveBody>;

export const OwnEndingBody = z.object({ reason: line(300).optional() }).meta({ id: 'OwnEndingBody' });
export type OwnEndingBody = z.infer<typeof OwnEndingBody>;
export const EndingBody = z
  .object({ reason: line(300, 'supporters.reason_required') })
  .meta({ id: 'EndingBody' });
export type EndingBody = z.infer<typeof EndingBody>;

const Named = <T extends z.ZodType>(id: T) => z.object({ id, name: z.string() });

export const SupporterView = z
  .object({
    supporterId,
    personId,
    name: z.string(),
    kana: z.string(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    address: z.string(),
    homeDistrict: z.string().nullable(),
    state,
    /** 「令和8年度 第12号」, assigned on confirmation. */
    number: z.string().nullable(),
    appliedOn: civilDate,
    appliedBy: z.enum(supporterWays),
    confirmedOn: civilDate.nullable(),
    validUntil: civilDate.nullable(),
    activities: z.array(Named(supporterActivityId)),
    note: z.string().nullable(),
    slots: z.array(z.enum(supporterSlots)),
    reach: z.enum(supporterReaches),
    districts: z.array(Named(districtId)),
    contactBy: z.enum(supporterContacts),
    emergencyName: z.string().nullable(),
    emergencyPhone: z.string().nullable(),
    leave: z
      .object({ fromOn: civilDate, untilOn: civilDate.nullable(), reason: z.string().nullable() })
      .nullable(),
    endedOn: civilDate.nullable(),
    endReason: z.string().nullable(),
    /** When the office printed the card with the current expiry date. */
    cardPrintedOn: civilDate.nullable(),
    /** Increases with every change of the answers. */
    revision: count,
    pledges: z.array(
      z.object({
        version: count,
        agreedAt: instant,
        way: z.enum(supporterWays),
        occasion: z.enum(pledgeOccasions),
      }),
    ),
    can: z.object({
      confirm: z.boolean(),
      change: z.boolean(),
      renew: z.boolean(),
      rest: z.boolean(),
      comeBack: z.boolean(),
      end: z.boolean(),
      card: z.boolean(),
    }),
  })
  .meta({ id: 'SupporterView' });
export type SupporterView = z.infer<typeof SupporterView>;
export const SupporterPage = pageOf(SupporterView).meta({ id: 'SupporterPage' });
export type SupporterPage = z.infer<typeof SupporterPage>;

const filter = {
  q: listQuery.q,
  state: state.optional(),
  activityId: supporterActivityId.optional(),
  slot: slot.optional(),
  districtId: districtId.optional(),
  /** Only registrations that end soon or have expired. */
  renewalDue: z.stringbool().optional(),
  /** Only supporters with a card, or only those whose card with the current expiry date is not printed yet. */
  card: z.enum(['any', 'due']).optional(),
};
/** Filter for registrations, the same for the list, its export and the cards. */
export const SupporterFilter = z.object(filter).meta({ id: 'SupporterFilter' });
export type SupporterFilter = z.infer<typeof SupporterFilter>;
export const SupporterListQuery = z.object({ ...listQuery, ...filter }).meta({ id: 'SupporterListQuery' });
export type SupporterListQuery = z.infer<typeof SupporterListQuery>;

export const MySupporter = z
  .object({
    /** The current registration, otherwise the last one. */
    registration: SupporterView.nullable(),
    pledge: PledgeText,
    draftBegun: z.boolean(),
    can: z.object({ register: z.boolean() }),
  })
  .meta({ id: 'MySupporter' });
export type MySupporter = z.infer<typeof MySupporter>;

export const SupporterOfPerson = z
  .object({ registration: SupporterView.nullable(), can: z.object({ register: z.boolean() }) })
  .meta({ id: 'SupporterOfPerson' });
export type SupporterOfPerson = z.infer<typeof SupporterOfPerson>;

const days = z.coerce.number().int().min(0).max(365, { error: 'supporters.setting_invalid' });
export const SupporterSettingsBody = z
  .object({
    termYears: z.coerce.number().int().min(1).max(10, { error: 'supporters.setting_invalid' }),
    firstReminderDays: days,
    secondReminderDays: days,
    graceDays: days,
  })
  .refine((v) => v.secondReminderDays < v.firstReminderDays, {
    error: 'supporters.setting_invalid',
    path: ['secondReminderDays'],
  })
  .meta({ id: 'SupporterSettingsBody' });
export type SupporterSettingsBody = z.infer<typeof SupporterSettingsBody>;
export const SupporterSettingsView = z
  .object({
    termYears: count,
    firstReminderDays: count,
    secondReminderDays: count,
    graceDays: count,
    pledge: PledgeText,
    activities: z.array(SupporterActivityView),
  })
  .meta({ id: 'SupporterSettingsView' });
export type SupporterSettingsView = z.infer<typeof SupporterSettingsView>;
export const NewPledgeBody = z
  .object({ text: text(4000).refine((v) => v !== '', { error: 'platform.required' }) })
  .meta({ id: 'NewPledgeBody' });
export type NewPledgeBody = z.infer<typeof NewPledgeBody>;
