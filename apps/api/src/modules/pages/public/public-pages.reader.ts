import type { ApplyPage, FrontPage } from '@kizuna/shared/contracts/pages';
import { Injectable } from '@nestjs/common';

import type { Actor } from '../../../platform/auth/index.js';
import { CoursesReader } from '../../courses/index.js';
import { EnrolmentDraftService } from '../../enrolment/index.js';
import { PeopleReader } from '../../people/index.js';
import { VideoReader } from '../../video/index.js';

/** The pages for everybody. */
@Injectable()
export class PublicPagesReader {
  constructor(
    private readonly courses: CoursesReader,
    private readonly videos: VideoReader,
    private readonly drafts: EnrolmentDraftService,
    private readonly people: PeopleReader,
  ) {}

  async getFrontPage(): Promise<FrontPage> {
    const [courses, videos] = await Promise.all([this.courses.listCourses(), this.videos.listVideos()]);
    return {
      courses: courses.items,
      digest: videos.items.find((video) => video.version === 'digest') ?? null,
    };
  }

  /** The run that is applied for, with the form of this browser. @throws DomainError platform.not_found */
  async getApplyPage(actor: Actor, courseRunId: string, token: string | undefined): Promise<ApplyPage> {
    const [run, draft, districts] = await Promise.all([
      this.courses.getPublicRun(courseRunId),
      this.drafts.findView(actor, token),
      this.people.listDistricts(),
    ]);
    return { run, draft, districts: districts.items };
  }
}
