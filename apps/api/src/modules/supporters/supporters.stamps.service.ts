import { Injectable } from '@nestjs/common';

import { Clock } from '../../platform/clock/clock.js';
import { Ids } from '../../platform/ids/ids.js';

/** New ids and the current time, for the rows a command writes. */
@Injectable()
export class SupportersStampsService {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  stamp() {
    return { id: this.ids.next(), agreementId: this.ids.next(), now: this.clock.now() };
  }
}
