import { coursesEndpoints } from '@kizuna/shared/contracts/courses.endpoints';
import type { CourseRunId } from '@kizuna/shared/vocabulary/ids';
import { Controller } from '@nestjs/common';

import { Handles } from '../../platform/http/index.js';
import { CoursesReader } from './courses.reader.js';

/** The public catalogue. */
@Controller()
export class CoursesController {
  constructor(private readonly courses: CoursesReader) {}

  @Handles(coursesEndpoints.listCourses)
  listCourses() {
    return this.courses.listCourses();
  }

  @Handles(coursesEndpoints.getCourse)
  getCourse({ slug }: { slug: string }) {
    return this.courses.getCourseBySlug(slug);
  }

  @Handles(coursesEndpoints.getCourseRun)
  getCourseRun({ courseRunId }: { courseRunId: CourseRunId }) {
    return this.courses.getPublicRun(courseRunId);
  }
}
