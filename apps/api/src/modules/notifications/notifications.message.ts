import type { ToldSession } from './notifications.session.template.js';

/** What the messages to supporters speak of. */
export interface ToldSupporter {
  number: string | null;
  validUntil: string | null;
  leave: { fromOn: string; untilOn: string | null } | null;
  meeting?: ToldSession & { title: string; note: string | null };
}

/** What the messages speak of. Fields that a kind does not use may be missing. */
export interface MessageFacts {
  name: string;
  courseTitle?: string;
  runName?: string;
  receptionNumber?: string;
  waitingPosition?: number;
  sessions?: ToldSession[];
  reason?: string;
  certificateNumber?: string;
  publicOrigin: string;
  hasCardOnly?: boolean;
  supporter?: ToldSupporter;
  /** A one-time link and its six digits: never kept after sending. */
  secret?: { link: string; code: string; minutes: number };
}

export interface Message {
  subject: string;
  body: string;
}

/** A message before the name is put above it and the office below. */
export interface MessageText {
  subject: string;
  lines: string[];
}
