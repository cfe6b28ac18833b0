/**
 * The states of a registration (活動登録): applied 申請中, active 登録中, on_leave 休止中, ended 退会, expired
 * 期限切れ.
 */
export const supporterStates = ['applied', 'active', 'on_leave', 'ended', 'expired'] as const;
export type SupporterState = (typeof supporterStates)[number];

/** A person has at most one registration in one of these states. */
export const currentSupporterStates = ['applied', 'active', 'on_leave'] as const satisfies SupporterState[];

/** The half-days of the week on which a supporter can help: 曜日 × 午前・午後. */
export const supporterSlots = [
  'mon_am',
  'mon_pm',
  'tue_am',
  'tue_pm',
  'wed_am',
  'wed_pm',
  'thu_am',
  'thu_pm',
  'fri_am',
  'fri_pm',
  'sat_am',
  'sat_pm',
  'sun_am',
  'sun_pm',
] as const;
export type SupporterSlot = (typeof supporterSlots)[number];

/** How far a supporter can travel: on foot, by bicycle, anywhere in the city. */
export const supporterReaches = ['on_foot', 'by_bicycle', 'whole_city'] as const;
export type SupporterReach = (typeof supporterReaches)[number];

/** How the office contacts a supporter about activities. */
export const supporterContacts = ['phone', 'mail', 'letter'] as const;
export type SupporterContact = (typeof supporterContacts)[number];

/** How a registration or pledge was made: by the person online, or on paper at the counter. */
export const supporterWays = ['self', 'paper'] as const;
export type SupporterWay = (typeof supporterWays)[number];

/** The occasions on which a pledge is given. */
export const pledgeOccasions = ['registration', 'renewal'] as const;
export type PledgeOccasion = (typeof pledgeOccasions)[number];

/** The answer to an invitation: coming 出ます, absent 欠席します. */
export const meetingReplies = ['coming', 'absent'] as const;
export type MeetingReply = (typeof meetingReplies)[number];

/** The pages of the registration form in order; the check page follows them. */
export const supporterSteps = ['wishes', 'times', 'places', 'contact', 'pledge'] as const;
