import type {
  ClassSessionBody,
  CourseFilmRulesBody,
  CourseRunBody,
  CourseRunListQuery,
} from '@kizuna/shared/contracts/courses';
import { coursesEndpoints } from '@kizuna/shared/contracts/courses.endpoints';
import type { ClassSessionId, CourseId, CourseRunId } from '@kizuna/shared/vocabulary/ids';
import { Controller } from '@nestjs/common';

import { CurrentActor, type Actor } from '../../platform/auth/index.js';
import { Handles, IdempotencyKey } from '../../platform/http/index.js';
import { CoursesOfficeReader } from './courses.office.reader.js';
import { CoursesReader } from './courses.reader.js';
import { CoursesService } from './courses.service.js';
import { FilmRulesService } from './films/film-rules.service.js';

/** Course runs and training days, planned by the office. */
@Controller()
export class CoursesOfficeController {
  constructor(
    private readonly service: CoursesService,
    private readonly runs: CoursesOfficeReader,
    private readonly courses: CoursesReader,
    private readonly filmRules: FilmRulesService,
  ) {}

  @Handles(coursesEndpoints.listOfficeCourses)
  listOfficeCourses() {
    return this.courses.listCourses();
  }

  @Handles(coursesEndpoints.getFilmRules)
  getFilmRules({ courseId }: { courseId: CourseId }) {
    return this.filmRules.getRules(courseId);
  }

  @Handles(coursesEndpoints.changeFilmRules)
  changeFilmRules(
    { courseId }: { courseId: CourseId },
    body: CourseFilmRulesBody,
    @CurrentActor() actor: Actor,
  ) {
    return this.filmRules.changeRules(actor, courseId, body);
  }

  @Handles(coursesEndpoints.listOfficeCourseRuns)
  listOfficeCourseRuns(query: CourseRunListQuery) {
    return this.runs.listRuns(query);
  }

  @Handles(coursesEndpoints.planCourseRun)
  planCourseRun(
    body: CourseRunBody,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string | undefined,
  ) {
    return this.service.planRun(actor, body, key);
  }

  @Handles(coursesEndpoints.getOfficeCourseRun)
  getOfficeCourseRun({ courseRunId }: { courseRunId: CourseRunId }) {
    return this.runs.getRun(courseRunId);
  }

  @Handles(coursesEndpoints.changeCourseRun)
  changeCourseRun(
    { courseRunId }: { courseRunId: CourseRunId },
    body: CourseRunBody,
    @CurrentActor() actor: Actor,
  ) {
    return this.service.changeRun(actor, courseRunId, body);
  }

  @Handles(coursesEndpoints.addClassSession)
  addClassSession(
    { courseRunId }: { courseRunId: CourseRunId },
    body: ClassSessionBody,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string | undefined,
  ) {
    return this.service.addClassSession(actor, courseRunId, body, key);
  }

  @Handles(coursesEndpoints.changeClassSession)
  changeClassSession(
    { classSessionId }: { classSessionId: ClassSessionId },
    body: ClassSessionBody,
    @CurrentActor() actor: Actor,
  ) {
    return this.service.changeClassSession(actor, classSessionId, body);
  }
}
