import type { ErrorKind } from './kinds.js';

export const videoErrors = {
  'video.range_invalid': 'invalid_input',
  'video.title_required': 'invalid_input',
  'video.slug_invalid': 'invalid_input',
  'video.caption_empty': 'invalid_input',
  'video.caption_times_invalid': 'invalid_input',
  'video.too_many_captions': 'invalid_input',
  'video.slug_taken': 'conflict',
  'video.slug_fixed': 'conflict',
  'video.changed_meanwhile': 'conflict',
  'video.digest_of_invalid': 'rule_refused',
  'video.not_publishable': 'rule_refused',
  'video.upload_unusable': 'rule_refused',
} as const satisfies Record<string, ErrorKind>;
