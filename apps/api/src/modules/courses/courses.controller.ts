import {
  CourseList,
  CourseRunView,
  CourseView,
  MaterialList,
  MaterialView,
} from '@kizuna/shared/contracts/courses';
import { courseRunId, materialId, type CourseRunId, type MaterialId } from '@kizuna/shared/vocabulary/ids';
import { Controller, Get, Param } from '@nestjs/common';

import { Public } from '../../platform/auth/index.js';
import { Contract } from '../../platform/http/index.js';
import { MaterialsReader } from './courses.materials.reader.js';
import { CoursesReader } from './courses.reader.js';

/** The public catalogue. */
@Controller()
export class CoursesController {
  constructor(
    private readonly courses: CoursesReader,
    private readonly materials: MaterialsReader,
  ) {}

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

  @Get('materials')
  @Public()
  @Contract({ response: MaterialList })
  listMaterials() {
    return this.materials.listMaterials();
  }

  @Get('materials/:materialId')
  @Public()
  @Contract({ response: MaterialView })
  getMaterial(@Param('materialId', { schema: materialId }) id: MaterialId) {
    return this.materials.getMaterial(id);
  }
}
