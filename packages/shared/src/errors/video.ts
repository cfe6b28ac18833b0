import type { ErrorKind } from './kinds.js';

export const videoErrors = {
  'video.range_invalid': 'invalid_input',
} as const satisfies Record<string, ErrorKind>;
