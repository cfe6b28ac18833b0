import type { ErrorKind } from './kinds.js';

export const materialsErrors = {
  'materials.title_required': 'invalid_input',
  'materials.year_invalid': 'invalid_input',
  'materials.course_required': 'invalid_input',
  'materials.text_too_long': 'invalid_input',
  'materials.page_invalid': 'invalid_input',
  'materials.changed_meanwhile': 'conflict',
  'materials.not_publishable': 'rule_refused',
  'materials.in_use': 'rule_refused',
  'materials.lesson_unfit': 'rule_refused',
} as const satisfies Record<string, ErrorKind>;
