import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';

import { AppLogger } from '../../platform/log/nest-log.js';

/** Parts without which a page is still worth showing. */
@Injectable()
export class MayFail {
  constructor(@Inject(AppLogger) private readonly log: Logger) {}

  /** The part, or `instead` where it cannot be read; the failure is logged. */
  async read<T, F>(part: string, reading: Promise<T>, instead: F): Promise<T | F> {
    try {
      return await reading;
    } catch (err) {
      this.log.warn({ part, err }, 'a part of a page is missing');
      return instead;
    }
  }
}
