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

/** Something around the film went wrong (no room, killed, out of memory); another attempt may do it. */
export class WorkInterrupted extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'WorkInterrupted';
  }
}
