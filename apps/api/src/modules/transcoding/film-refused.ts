import type { TranscodeFault } from '@kizuna/shared/vocabulary/video';

/** The film itself cannot be made ready, now or later; trying again is useless. */
export class FilmRefused extends Error {
  constructor(
    readonly fault: TranscodeFault,
    readonly why = '',
  ) {
    super(`${fault} ${why}`.trim());
    this.name = 'FilmRefused';
  }
}
