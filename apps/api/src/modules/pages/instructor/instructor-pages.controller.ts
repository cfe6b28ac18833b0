import type { InsightPeopleQuery } from '@kizuna/shared/contracts/insight';
import { pagesInstructorEndpoints } from '@kizuna/shared/contracts/pages.instructor.endpoints';
import type { CandidateQuery } from '@kizuna/shared/contracts/viewings';
import type { CourseRunId, GroupViewingId, VideoId } from '@kizuna/shared/vocabulary/ids';
import { Controller } from '@nestjs/common';

import { CurrentActor, type Actor } from '../../../platform/auth/index.js';
import { Handles } from '../../../platform/http/index.js';
import { InstructorPagesReader } from './instructor-pages.reader.js';

@Controller()
export class InstructorPagesController {
  constructor(private readonly pages: InstructorPagesReader) {}

  @Handles(pagesInstructorEndpoints.getRunProgressPage)
  getRunProgressPage({ courseRunId }: { courseRunId: CourseRunId }, @CurrentActor() actor: Actor) {
    return this.pages.getRunProgressPage(actor, courseRunId);
  }

  @Handles(pagesInstructorEndpoints.getFilmInsightPage)
  getFilmInsightPage(
    { videoId }: { videoId: VideoId },
    query: InsightPeopleQuery,
    @CurrentActor() actor: Actor,
  ) {
    return this.pages.getFilmInsightPage(actor, videoId, query);
  }

  @Handles(pagesInstructorEndpoints.getNewViewingPage)
  getNewViewingPage() {
    return this.pages.getNewViewingPage();
  }

  @Handles(pagesInstructorEndpoints.getViewingFormPage)
  getViewingFormPage({ groupViewingId }: { groupViewingId: GroupViewingId }, @CurrentActor() actor: Actor) {
    return this.pages.getViewingFormPage(actor, groupViewingId);
  }

  @Handles(pagesInstructorEndpoints.getViewingRosterPage)
  getViewingRosterPage(
    { groupViewingId }: { groupViewingId: GroupViewingId },
    { q }: CandidateQuery,
    @CurrentActor() actor: Actor,
  ) {
    return this.pages.getViewingRosterPage(actor, groupViewingId, q);
  }
}
