import { completionEndpoints } from '@kizuna/shared/contracts/completion.endpoints';
import type { CourseRunId } from '@kizuna/shared/vocabulary/ids';
import { Controller } from '@nestjs/common';

import { CurrentActor, type Actor } from '../../platform/auth/index.js';
import { Handles } from '../../platform/http/index.js';
import { CompletionReader } from './completion.reader.js';

/** Who has met the completion rule, and what the others lack. */
@Controller()
export class CompletionController {
  constructor(private readonly completions: CompletionReader) {}

  @Handles(completionEndpoints.listRunCompletions)
  listRunCompletions({ courseRunId }: { courseRunId: CourseRunId }, @CurrentActor() actor: Actor) {
    return this.completions.listOfRun(actor, courseRunId);
  }

  @Handles(completionEndpoints.listOwnCompletions)
  listOwnCompletions(@CurrentActor() actor: Actor) {
    return this.completions.listMine(actor);
  }
}
