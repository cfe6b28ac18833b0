import type { ErrorKind } from './kinds.js';

export const learningErrors = {
  'learning.not_open_yet': 'rule_refused',
  'learning.wrong_kind': 'rule_refused',
  'learning.playback_unknown': 'rule_refused',
} as const satisfies Record<string, ErrorKind>;
