import type { ErrorKind } from './kinds.js';

export const certificationErrors = {
  'certification.not_complete': 'conflict',
  'certification.already_issued': 'conflict',
  'certification.not_taking_part': 'conflict',
  'certification.not_made': 'unavailable',
  'certification.wording_missing': 'rule_refused',
  'certification.glyph_missing': 'rule_refused',
  'certification.nothing_to_print': 'conflict',
  'certification.not_reissuable': 'conflict',
  'certification.name_changed_meanwhile': 'conflict',
  'certification.reissue_reason_required': 'invalid_input',
  'certification.nobody_chosen': 'invalid_input',
  'certification.too_many_chosen': 'invalid_input',
  'certification.several_runs': 'invalid_input',
  'certification.nobody_by_post': 'conflict',
} as const satisfies Record<string, ErrorKind>;
