import { CompletionList } from '@kizuna/shared/contracts/completion';
import { courseRunId, type CourseRunId } from '@kizuna/shared/vocabulary/ids';
import { Controller, Get, Param } from '@nestjs/common';

import { CurrentActor, Permit, type Actor } from '../../platform/auth/index.js';
import { Contract } from '../../platform/http/index.js';
import { CompletionReader } from './completion.reader.js';

/** Who has met the completion rule, and what the others lack. */
@Controller()
export class CompletionController {
  constructor(private readonly completions: CompletionReader) {}

  @Get('office/course-runs/:courseRunId/completions')
  @Permit('progress.read')
  @Contract({ response: CompletionList })
  listOfRun(@CurrentActor() actor: Actor, @Param('courseRunId', { schema: courseRunId }) id: CourseRunId) {
    return this.completions.listOfRun(actor, id);
  }

  @Get('me/completions')
  @Permit('certificate.self')
  @Contract({ response: CompletionList })
  listMyCompletions(@CurrentActor() actor: Actor) {
    return this.completions.listMine(actor);
  }
}
