/**
 * What became of a showing: planned, shown as a whole, stopped part of the way (途中まで, credits nobody), or not held.
 */
export const groupViewingStates = ['planned', 'held', 'interrupted', 'cancelled'] as const;
export type GroupViewingState = (typeof groupViewingStates)[number];

/** How somebody got on the list: own phone, card at the organiser's tablet, or the paper roster afterwards. */
export const attendeeWays = ['phone', 'card', 'roster'] as const;
export type AttendeeCameBy = (typeof attendeeWays)[number];
