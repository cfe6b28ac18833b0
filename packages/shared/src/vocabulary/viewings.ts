/**
 * States of a showing: planned; held, shown as a whole; interrupted, stopped part of the way (途中まで, nobody gets
 * credit); cancelled, not held.
 */
export const groupViewingStates = ['planned', 'held', 'interrupted', 'cancelled'] as const;
export type GroupViewingState = (typeof groupViewingStates)[number];

/** How an attendee was recorded: own phone, card at the organiser's tablet, or afterwards from the paper roster. */
export const attendeeWays = ['phone', 'card', 'roster'] as const;
export type AttendeeCameBy = (typeof attendeeWays)[number];
