import type { ErrorKind } from './kinds.js';

export const sessionsErrors = {
  'sessions.not_on_roster': 'rule_refused',
  'sessions.card_unknown': 'rule_refused',
  'sessions.reason_required': 'invalid_input',
  'sessions.outside_window': 'rule_refused',
  'sessions.cancelled': 'rule_refused',
} as const satisfies Record<string, ErrorKind>;
