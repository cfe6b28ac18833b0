import type { ErrorKind } from './kinds.js';

export const templatesErrors = {
  'templates.unknown_placeholder': 'invalid_input',
  'templates.glyph_missing': 'invalid_input',
  'templates.english_is_horizontal': 'invalid_input',
  'templates.card_body_too_long': 'invalid_input',
  'templates.image_unreadable': 'invalid_input',
  'templates.image_too_large': 'invalid_input',
  'templates.image_unknown': 'invalid_input',
  'templates.changed_meanwhile': 'conflict',
  'templates.not_adopted': 'rule_refused',
} as const satisfies Record<string, ErrorKind>;
