import type {
  NameConfirmationBody,
  NameConfirmationView,
} from '@kizuna/shared/contracts/completion.name-confirmation';
import type { ConfirmedBy } from '@kizuna/shared/vocabulary/completion';
import { Injectable } from '@nestjs/common';

import { Audit } from '../../../platform/audit/index.js';
import { personOf, type Actor } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Sql } from '../../../platform/database/index.js';
import { DomainError } from '../../../platform/errors/index.js';
import { Commands } from '../../../platform/idempotency/index.js';
import { Ids } from '../../../platform/ids/ids.js';
import { NameConfirmationEntity } from './name-confirmation.entity.js';
import { decideSaid, type SaidOfName } from './name-confirmation.policy.js';
import { NameConfirmationReader } from './name-confirmation.reader.js';

/** Records people's answers about their name as it will be printed. Append-only: the newest answer counts. */
@Injectable()
export class NameConfirmationService {
  constructor(
    private readonly sql: Sql,
    private readonly commands: Commands,
    private readonly reader: NameConfirmationReader,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * @param via `self` if the person answers, otherwise how the office received the answer
   * @throws completion.name_changed_since_shown if the registered name is not the one that was shown
   * @throws completion.name_not_drawable, name_form_required, name_note_required
   */
  async say(
    actor: Actor,
    personId: string,
    body: NameConfirmationBody,
    via: ConfirmedBy,
    key: string | undefined,
  ): Promise<NameConfirmationView> {
    const facts = await this.reader.factsOf(personId);
    const decision = decideSaid(body, facts);
    if (!decision.ok) {
      const { code, field, characters } = decision;
      throw new DomainError(code, { field, ...(characters ? { params: { characters } } : {}) });
    }
    const scope = `certification.name:${personOf(actor).personId}:${personId}`;
    await this.commands.once(scope, key, body, async () => {
      await this.write(actor, personId, decision.said, body.note || null, via);
    });
    return this.reader.getView(personId);
  }

  private async write(
    actor: Actor,
    personId: string,
    said: SaidOfName,
    note: string | null,
    via: ConfirmedBy,
  ): Promise<void> {
    await this.sql.insert(NameConfirmationEntity, {
      id: this.ids.next(),
      personId,
      ...said,
      note,
      via,
      recordedAt: this.clock.now(),
      recordedBy: personOf(actor).personId,
    });
    await this.audit.record({
      actor,
      action: said.choice === 'wrong' ? 'person.name_questioned' : 'person.name_confirmed',
      subjectType: 'person',
      subjectId: personId,
      after: { nameChoice: said.choice, printedName: said.printedName, via, ...(note ? { note } : {}) },
    });
  }
}
