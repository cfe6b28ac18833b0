import type { FrontPage } from '@kizuna/shared/contracts/pages';
import { Injectable } from '@nestjs/common';

import { CoursesReader } from '../../courses/index.js';
import { VideoReader } from '../../video/index.js';

/** The pages for everybody. */
@Injectable()
export class PublicPagesReader {
  constructor(
    private readonly courses: CoursesReader,
    private readonly videos: VideoReader,
  ) {}

  async getFrontPage(): Promise<FrontPage> {
    const [courses, videos] = await Promise.all([this.courses.listCourses(), this.videos.listVideos()]);
    return {
      courses: courses.items,
      digest: videos.items.find((video) => video.version === 'digest') ?? null,
    };
  }
}
