import type { ErrorKind } from './kinds.js';

export const notificationsErrors = {
  'notifications.not_failed': 'rule_refused',
  'notifications.no_address': 'rule_refused',
} as const satisfies Record<string, ErrorKind>;
