import type { ErrorKind } from './kinds.js';

export const notificationsErrors = {
  'notifications.not_failed': 'rule_refused',
} as const satisfies Record<string, ErrorKind>;
