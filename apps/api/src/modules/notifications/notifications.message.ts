import type { ToldSession } from './notifications.session.template.js';

/** The facts in messages to supporters. */
export interface ToldSupporter {
  number: string | null;
  validUntil: string | null;
  leave: { fromOn: string; untilOn: string | null } | null;
  meeting?: ToldSession & { title: string; note: string | null };
}

/** The facts in messages. Fields that a kind does not use may be missing. */
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
  /** A one-time link and its six digits: never stored after sending. */
  secret?: { link: string; code: string; minutes: number };
}

export interface Message {
  subject: string;
  body: string;
}

/** A message without the name above it and the office below. */
export interface MessageText {
  subject: string;
  lines: string[];
}
