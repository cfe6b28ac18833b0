import { Injectable, type OnModuleInit } from '@nestjs/common';

import { Outbox } from '../../platform/outbox/index.js';
import { enrolmentEvents, type EnrolmentEvent } from '../enrolment/index.js';
import { ViewingsCreditsService } from './viewings.credits.service.js';
import { ViewingsRepository } from './viewings.repository.js';

/**
 * Credits people who saw a film at a showing and join a course with it afterwards, so that they need not watch it
 * again.
 */
@Injectable()
export class ViewingsSubscriber implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly viewings: ViewingsRepository,
    private readonly credits: ViewingsCreditsService,
  ) {}

  onModuleInit(): void {
    this.outbox.subscribe<EnrolmentEvent>(
      enrolmentEvents.confirmed,
      'viewings.creditEarlier',
      async (event) => {
        const { personId } = event.payload;
        for (const viewing of await this.viewings.heldWith(personId)) {
          await this.credits.grant(viewing, [personId]);
        }
      },
    );
  }
}
