import { z } from 'zod';
import { accommodationWishes, applicationChannels, enrolmentStatuses } from '../vocabulary/enrolment.js';
import { applicationId, courseRunId, enrolmentId, personId } from '../vocabulary/ids.js';
import { civilDate, count, instant, line, listQuery, name, pageOf, text } from './fields.js';
import { PersonDetails, personDetails } from './people.js';

const status = z.enum(enrolmentStatuses);
const channel = z.enum(applicationChannels);
const wishes = z.array(z.enum(accommodationWishes)).max(10);

/** All answers of an application. `consent` is the applicant's consent to the processing of personal data. */
export const applicationAnswers = {
  ...personDetails,
  applicantIs: z.enum(['self', 'family', 'other']).default('self'),
  proxyName: name.optional(),
  guardianName: name.optional(),
  wishes: wishes.default([]),
  wishNote: text(1000).optional(),
  replyBy: z.enum(['mail', 'letter']).default('letter'),
};

export const ApplyBody = z
  .object({
    courseRunId,
    ...applicationAnswers,
    consent: z.literal(true, { error: 'enrolment.consent_required' }),
  })
  .meta({ id: 'ApplyBody' });
export type ApplyBody = z.infer<typeof ApplyBody>;

export const DraftStartBody = z.object({ courseRunId }).meta({ id: 'DraftStartBody' });
export type DraftStartBody = z.infer<typeof DraftStartBody>;

/** The pages of the form in order; the check page follows them. */
export const draftSteps = ['who', 'name', 'birth', 'contact', 'wishes'] as const;
export type DraftStep = (typeof draftSteps)[number];

const draftAnswers = {
  who: z
    .object({
      applicantIs: z.enum(['self', 'family', 'other'], { error: 'platform.required' }),
      proxyName: name.optional(),
    })
    .refine((v) => v.applicantIs === 'self' || v.proxyName !== undefined, {
      error: 'people.name_required',
      path: ['proxyName'],
    }),
  name: z.object({ name: personDetails.name, kana: personDetails.kana }),
  birth: z.object({ bornOn: personDetails.bornOn, guardianName: name.optional() }),
  contact: z
    .object({
      phone: personDetails.phone,
      email: personDetails.email,
      postalCode: personDetails.postalCode,
      address: personDetails.address,
      districtId: personDetails.districtId,
      replyBy: z.enum(['mail', 'letter']).default('letter'),
    })
    .refine((v) => v.phone !== undefined || v.email !== undefined, {
      error: 'enrolment.contact_required',
      path: ['phone'],
    })
    .refine((v) => v.replyBy === 'letter' || v.email !== undefined, {
      error: 'people.email_invalid',
      path: ['email'],
    }),
  wishes: z.object({ wishes: wishes.default([]), wishNote: text(1000).optional() }),
};
/** The schema of each page of the form. */
export const draftStepSchemas = draftAnswers;

/**
 * `answers` is checked against the schema of the step (draftStepSchemas), so that errors name the fields of the page.
 */
export const DraftAnswersBody = z
  .discriminatedUnion('step', [
    z.object({ step: z.literal('who'), answers: draftAnswers.who }),
    z.object({ step: z.literal('name'), answers: draftAnswers.name }),
    z.object({ step: z.literal('birth'), answers: draftAnswers.birth }),
    z.object({ step: z.literal('contact'), answers: draftAnswers.contact }),
    z.object({ step: z.literal('wishes'), answers: draftAnswers.wishes }),
  ])
  .meta({ id: 'DraftAnswersBody' });
export type DraftAnswersBody = z.infer<typeof DraftAnswersBody>;

export const DraftSubmissionBody = z
  .object({ consent: z.literal(true, { error: 'enrolment.consent_required' }) })
  .meta({ id: 'DraftSubmissionBody' });
export type DraftSubmissionBody = z.infer<typeof DraftSubmissionBody>;

export const ApplicationReceipt = z
  .object({
    receptionNumber: z.string(),
    status,
    waitingPosition: count.nullable(),
    courseTitle: z.string(),
    runName: z.string(),
    courseRunId,
    name: z.string(),
    replyBy: z.enum(['mail', 'letter']),
    appliedAt: instant,
  })
  .meta({ id: 'ApplicationReceipt' });
export type ApplicationReceipt = z.infer<typeof ApplicationReceipt>;

export const DraftView = z
  .object({
    courseRunId,
    courseTitle: z.string(),
    runName: z.string(),
    answers: z.object({
      who: z.object({ applicantIs: z.string(), proxyName: z.string().optional() }).optional(),
      name: z.object({ name: z.string(), kana: z.string() }).optional(),
      birth: z.object({ bornOn: z.string(), guardianName: z.string().optional() }).optional(),
      contact: z
        .object({
          phone: z.string().optional(),
          email: z.string().optional(),
          postalCode: z.string().optional(),
          address: z.string(),
          districtId: z.string().optional(),
          replyBy: z.string(),
        })
        .optional(),
      wishes: z.object({ wishes: z.array(z.string()), wishNote: z.string().optional() }).optional(),
    }),
    /** The first page that is still incomplete; null if only the check is left. */
    nextStep: z.enum(draftSteps).nullable(),
    /** Under 18 on the day of application: the birth page asks for the guardian's name. */
    guardianNeeded: z.boolean(),
    receipt: ApplicationReceipt.nullable(),
  })
  .meta({ id: 'DraftView' });
export type DraftView = z.infer<typeof DraftView>;

export const OfficeApplyBody = z
  .object({
    courseRunId,
    ...applicationAnswers,
    channel,
    receivedAt: instant.optional(),
    /** The person chosen from the list of possible duplicates: the application is for this person. */
    personId: personId.optional(),
    /** Ticked by the office when consent was given on paper or verbally. */
    consent: z.literal(true, { error: 'enrolment.consent_required' }),
    officeNote: text(1000).optional(),
  })
  .meta({ id: 'OfficeApplyBody' });
export type OfficeApplyBody = z.infer<typeof OfficeApplyBody>;

export const EnrolmentView = z
  .object({
    enrolmentId,
    courseRunId,
    courseSlug: z.string(),
    courseTitle: z.string(),
    runName: z.string(),
    status,
    waitingPosition: count.nullable(),
    receptionNumber: z.string(),
    appliedAt: instant,
    can: z.object({ withdraw: z.boolean(), learn: z.boolean() }),
  })
  .meta({ id: 'EnrolmentView' });
export type EnrolmentView = z.infer<typeof EnrolmentView>;
export const EnrolmentList = z.object({ items: z.array(EnrolmentView) }).meta({ id: 'EnrolmentList' });
export type EnrolmentList = z.infer<typeof EnrolmentList>;

export const ApplicationRow = z
  .object({
    applicationId,
    enrolmentId,
    personId,
    receptionNumber: z.string(),
    name: z.string(),
    kana: z.string(),
    phone: z.string().nullable(),
    hasEmail: z.boolean(),
    districtName: z.string().nullable(),
    courseRunId,
    courseTitle: z.string(),
    runName: z.string(),
    channel,
    status,
    waitingPosition: count.nullable(),
    appliedAt: instant,
    hasWishes: z.boolean(),
    can: z.object({ confirm: z.boolean(), decline: z.boolean(), cancel: z.boolean(), withdraw: z.boolean() }),
  })
  .meta({ id: 'ApplicationRow' });
export type ApplicationRow = z.infer<typeof ApplicationRow>;

export const ApplicationListQuery = z
  .object({
    ...listQuery,
    status: status.optional(),
    courseRunId: courseRunId.optional(),
    channel: channel.optional(),
    /** All applications of one person. */
    personId: personId.optional(),
  })
  .meta({ id: 'ApplicationListQuery' });
export type ApplicationListQuery = z.infer<typeof ApplicationListQuery>;
export const ApplicationPage = pageOf(ApplicationRow)
  .extend({ total: count, countsByStatus: z.record(z.string(), count) })
  .meta({ id: 'ApplicationPage' });
export type ApplicationPage = z.infer<typeof ApplicationPage>;

export const ApplicationView = ApplicationRow.extend({
  given: PersonDetails.omit({ districtId: true }).extend({ districtName: z.string().nullable() }).partial(),
  applicantIs: z.enum(['self', 'family', 'other']),
  proxyName: z.string().nullable(),
  guardianName: z.string().nullable(),
  wishes,
  wishNote: z.string().nullable(),
  replyBy: z.enum(['mail', 'letter']),
  officeNote: z.string().nullable(),
  bornOn: civilDate,
  age: count,
  /** Names of the fields whose answers differ from the person's record. */
  differsFromPerson: z.array(z.string()),
}).meta({ id: 'ApplicationView' });
export type ApplicationView = z.infer<typeof ApplicationView>;

export const DuplicateQuery = z
  .object({ kana: z.string().trim().max(200).optional(), phone: z.string().trim().max(40).optional() })
  .meta({ id: 'DuplicateQuery' });
export type DuplicateQuery = z.infer<typeof DuplicateQuery>;
export const DuplicateList = z
  .object({
    items: z.array(
      z.object({
        personId,
        name: z.string(),
        kana: z.string(),
        bornOn: civilDate,
        phone: z.string().nullable(),
        address: z.string(),
        because: z.array(z.enum(['kana', 'phone'])),
      }),
    ),
  })
  .meta({ id: 'DuplicateList' });
export type DuplicateList = z.infer<typeof DuplicateList>;

export const ConfirmBody = z
  .object({ enrolmentIds: z.array(enrolmentId).min(1, { error: 'platform.required' }).max(500) })
  .meta({ id: 'ConfirmBody' });
export type ConfirmBody = z.infer<typeof ConfirmBody>;
/** `confirmed` lists the people who could be confirmed; the others are listed with the reason. */
export const ConfirmResult = z
  .object({ confirmed: z.array(enrolmentId), refused: z.array(z.object({ enrolmentId, code: z.string() })) })
  .meta({ id: 'ConfirmResult' });
export type ConfirmResult = z.infer<typeof ConfirmResult>;

export const ReasonBody = z
  .object({ reason: line(300, 'enrolment.reason_required') })
  .meta({ id: 'ReasonBody' });
export type ReasonBody = z.infer<typeof ReasonBody>;
