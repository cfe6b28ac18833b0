import { civilTimeOf } from '@kizuna/shared/rules/civil-date';
import { Injectable } from '@nestjs/common';

import { Clock } from '../../platform/clock/clock.js';
import { AppConfig } from '../../platform/config/app-config.js';
import type { CourseRunRow } from '../courses/index.js';
import type { PasswordMailRequested } from '../people/index.js';
import type { ToldSession } from './notifications.session.template.js';
import type { MessageFacts } from './notifications.message.js';

/** Collects the facts that the templates need. */
@Injectable()
export class NotificationsFacts {
  constructor(
    private readonly config: AppConfig,
    private readonly clock: Clock,
  ) {}

  nobody(name: string): MessageFacts {
    return { name, publicOrigin: this.config.publicOrigin };
  }

  ofPerson(person: { name: string; hasPassword: boolean }, invited: boolean): MessageFacts {
    return { ...this.nobody(person.name), hasCardOnly: !person.hasPassword && !invited };
  }

  ofRun(run: CourseRunRow | null): Partial<MessageFacts> {
    if (!run) return {};
    const sessions = run.classSessions
      .filter((s) => !s.cancelled)
      .map((s): ToldSession => ({
        heldOn: s.heldOn,
        from: civilTimeOf(new Date(s.startsAt)),
        to: civilTimeOf(new Date(s.endsAt)),
        hall: s.hall,
        hallAddress: s.hallAddress,
      }));
    return { courseTitle: run.courseTitle, runName: run.name, sessions };
  }

  secretOf(asked: PasswordMailRequested): NonNullable<MessageFacts['secret']> {
    const link = `${this.config.publicOrigin}/password-reset/new?token=${encodeURIComponent(asked.token)}`;
    const minutes = Math.max(
      1,
      Math.round((Date.parse(asked.expiresAt) - this.clock.now().getTime()) / 60_000),
    );
    return { link, code: asked.code, minutes };
  }
}
