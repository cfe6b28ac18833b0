/**
 * The states of an enrolment (受講). For a 先着 (first come) run `applied` holds a seat, `waitlisted` does not.
 * applied 申込済, waitlisted 補欠, selected 当選, confirmed 受講決定, declined 落選・不承認, cancelled 取消,
 * withdrawn 辞退, completed 修了.
 */
export const enrolmentStatuses = [
  'applied',
  'waitlisted',
  'selected',
  'confirmed',
  'declined',
  'cancelled',
  'withdrawn',
  'completed',
] as const;
export type EnrolmentStatus = (typeof enrolmentStatuses)[number];

/** States that occupy one of the run's seats. */
export const seatHoldingStatuses = ['applied', 'selected', 'confirmed', 'completed'] as const;
/** States in which the person is still in the run; a person has at most one such enrolment per run. */
export const activeStatuses = ['applied', 'waitlisted', 'selected', 'confirmed', 'completed'] as const;
/** States in which lessons are open to the learner. */
export const learningStatuses = ['confirmed', 'completed'] as const;

/** How an application (受講申込) was made. */
export const applicationChannels = ['web', 'phone', 'fax', 'counter', 'post', 'email'] as const;
export type ApplicationChannel = (typeof applicationChannels)[number];

/** Options for reasonable accommodation (合理的配慮) offered by the form. */
export const accommodationWishes = [
  'sign_language',
  'note_taking',
  'wheelchair',
  'large_print',
  'hearing_loop',
  'front_seat',
  'companion',
] as const;
export type AccommodationWish = (typeof accommodationWishes)[number];
