import type { GroupViewingBody, GroupViewingView } from '@kizuna/shared/contracts/viewings';
import { Injectable } from '@nestjs/common';

import { Audit } from '../../platform/audit/index.js';
import { personOf, type Actor } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { DomainError } from '../../platform/errors/index.js';
import { Commands } from '../../platform/idempotency/index.js';
import { Ids } from '../../platform/ids/ids.js';
import { VideoShowableReader } from '../video/index.js';
import { planOf, planProblem } from './viewings.policy.js';
import { seesAll, ViewingsReader } from './viewings.reader.js';
import { ViewingsRepository, type ViewingRecord } from './viewings.repository.js';

const codeDigits = 8;
const tries = 5;

/** Opens group viewings (学習会視聴). */
@Injectable()
export class ViewingsOpeningService {
  constructor(
    private readonly commands: Commands,
    private readonly viewings: ViewingsRepository,
    private readonly reader: ViewingsReader,
    private readonly films: VideoShowableReader,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * Opens a showing; the actor becomes its organiser.
   * @param key idempotency key of the form
   * @throws DomainError as `planProblem`
   */
  open(actor: Actor, body: GroupViewingBody, key: string | undefined): Promise<GroupViewingView> {
    const { personId } = personOf(actor);
    return this.commands.once(`viewings.open:${personId}`, key, body, async () => {
      const plan = planOf(body);
      const film = (await this.films.listFilms()).find(({ videoId }) => videoId === body.videoId);
      const problem = planProblem(plan, film?.durationMs ?? null, this.clock.now(), seesAll(actor));
      if (problem) throw new DomainError(problem.code, { field: problem.field });
      const viewing = { ...plan, organiserId: personId, othersCount: null, stateReason: null, revision: 1 };
      const id = await this.insert({ ...viewing, state: 'planned' });
      await this.audit.record({
        actor,
        action: 'viewing.opened',
        subjectType: 'group_viewing',
        subjectId: id,
        after: { ...body },
      });
      return this.reader.view(actor, id);
    });
  }

  private async insert(viewing: Omit<ViewingRecord, 'id' | 'code'>): Promise<string> {
    const id = this.ids.next();
    for (let attempt = 0; attempt < tries; attempt += 1) {
      const code = this.ids.digits(codeDigits);
      if (await this.viewings.insert({ ...viewing, id, code, createdAt: this.clock.now() })) return id;
    }
    throw new Error('no unused code found for a group viewing');
  }
}
