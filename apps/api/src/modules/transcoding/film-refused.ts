import type { TranscodeFault } from '@kizuna/shared/vocabulary/video';

/** The film itself cannot be processed; retrying is useless. */
export class FilmRefused extends Error {
  constructor(
    readonly fault: TranscodeFault,
    readonly why = '',
  ) {
    super(`${fault} ${why}`.trim());
    this.name = 'FilmRefused';
  }
}
