import { Injectable, type OnModuleInit } from '@nestjs/common';

import { Jobs } from '../../platform/jobs/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import {
  courseRunCancelled,
  courseRunEnlarged,
  type CourseRunCancelled,
  type CourseRunEnlarged,
} from '../courses/index.js';
import { EnrolmentDraftService } from './enrolment.draft.service.js';
import { EnrolmentService } from './enrolment.service.js';

/** Reacts to changes of course runs and deletes unsubmitted forms. */
@Injectable()
export class EnrolmentSubscriber implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly jobs: Jobs,
    private readonly enrolments: EnrolmentService,
    private readonly drafts: EnrolmentDraftService,
  ) {}

  onModuleInit(): void {
    this.outbox.subscribe<CourseRunEnlarged>(courseRunEnlarged, 'enrolment.offerFreeSeats', (event) =>
      this.enrolments.offerFreeSeats(event.payload.courseRunId),
    );
    this.outbox.subscribe<CourseRunCancelled>(courseRunCancelled, 'enrolment.cancelAll', (event) =>
      this.enrolments.cancelAll(event.payload.courseRunId),
    );
    this.jobs.every('enrolment.forgetDrafts', '23 * * * *', () => this.drafts.forgetExpired());
  }
}
