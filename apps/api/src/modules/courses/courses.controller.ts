import { CourseList, CourseRunView, CourseView } from '@kizuna/shared/contracts/courses';
import { courseRunId, type CourseRunId } from '@kizuna/shared/vocabulary/ids';
import { Controller, Get, Param } from '@nestjs/common';

import { Public } from '../../platform/auth/index.js';
import { Contract } from '../../platform/http/index.js';
import { CoursesReader } from './courses.reader.js';

/** The public catalogue. */
@Controller()
export class CoursesController {
  constructor(private readonly courses: CoursesReader) {}

  @Get('courses')
  @Public()
  @Contract({ response: CourseList })
  listCourses() {
    return this.courses.listCourses();
  }

  @Get('courses/:slug')
  @Public()
  @Contract({ response: CourseView })
  getCourse(@Param('slug') slug: string) {
    return this.courses.getCourseBySlug(slug);
  }

  @Get('course-runs/:courseRunId')
  @Public()
  @Contract({ response: CourseRunView })
  getRun(@Param('courseRunId', { schema: courseRunId }) id: CourseRunId) {
    return this.courses.getPublicRun(id);
  }
}
