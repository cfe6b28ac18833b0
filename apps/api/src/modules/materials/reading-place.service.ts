import type { ReadingPlaceView } from '@kizuna/shared/contracts/materials';
import { Injectable } from '@nestjs/common';

import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/index.js';
import { MaterialsRepository } from './materials.repository.js';

/** People's reading positions. */
@Injectable()
export class ReadingPlaceService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: MaterialsRepository,
    private readonly clock: Clock,
  ) {}

  /** Stores a page; idempotent. The caller has checked that the person may read it. */
  async remember(personId: string, materialId: string, page: number): Promise<ReadingPlaceView> {
    await this.transactions.run(() =>
      this.repository.savePlace(personId, materialId, page, this.clock.now()),
    );
    return { page };
  }
}
