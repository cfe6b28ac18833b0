import {
  ClassSessionBody,
  CourseFilmRules,
  CourseFilmRulesBody,
  CourseList,
  CourseRunAdminView,
  CourseRunBody,
  CourseRunListQuery,
  CourseRunPage,
} from '@kizuna/shared/contracts/courses';
import {
  classSessionId,
  courseId,
  courseRunId,
  type ClassSessionId,
  type CourseId,
  type CourseRunId,
} from '@kizuna/shared/vocabulary/ids';
import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';

import { CurrentActor, Permit, type Actor } from '../../platform/auth/index.js';
import { Contract, IdempotencyKey } from '../../platform/http/index.js';
import { CoursesOfficeReader } from './courses.office.reader.js';
import { CoursesReader } from './courses.reader.js';
import { CoursesService } from './courses.service.js';
import { FilmRulesService } from './films/film-rules.service.js';

/** Course runs and training days, planned by the office. */
@Controller('office')
export class CoursesOfficeController {
  constructor(
    private readonly service: CoursesService,
    private readonly runs: CoursesOfficeReader,
    private readonly courses: CoursesReader,
    private readonly filmRules: FilmRulesService,
  ) {}

  @Get('courses')
  @Permit('run.read')
  @Contract({ response: CourseList })
  listCourses() {
    return this.courses.listCourses();
  }

  @Get('courses/:courseId/film-rules')
  @Permit('run.read')
  @Contract({ response: CourseFilmRules })
  getFilmRules(@Param('courseId', { schema: courseId }) id: CourseId) {
    return this.filmRules.getRules(id);
  }

  @Patch('courses/:courseId/film-rules')
  @Permit('run.edit')
  @Contract({ response: CourseFilmRules })
  changeFilmRules(
    @CurrentActor() actor: Actor,
    @Param('courseId', { schema: courseId }) id: CourseId,
    @Body({ schema: CourseFilmRulesBody }) body: CourseFilmRulesBody,
  ) {
    return this.filmRules.changeRules(actor, id, body);
  }

  @Get('course-runs')
  @Permit('run.read')
  @Contract({ response: CourseRunPage })
  listRuns(@Query({ schema: CourseRunListQuery }) query: CourseRunListQuery) {
    return this.runs.listRuns(query);
  }

  @Post('course-runs')
  @Permit('run.edit')
  @Contract({ response: CourseRunAdminView, status: 201 })
  planRun(
    @CurrentActor() actor: Actor,
    @Body({ schema: CourseRunBody }) body: CourseRunBody,
    @IdempotencyKey() key: string | undefined,
  ) {
    return this.service.planRun(actor, body, key);
  }

  @Get('course-runs/:courseRunId')
  @Permit('run.read')
  @Contract({ response: CourseRunAdminView })
  getRun(@Param('courseRunId', { schema: courseRunId }) id: CourseRunId) {
    return this.runs.getRun(id);
  }

  @Patch('course-runs/:courseRunId')
  @Permit('run.edit')
  @Contract({ response: CourseRunAdminView })
  changeRun(
    @CurrentActor() actor: Actor,
    @Param('courseRunId', { schema: courseRunId }) id: CourseRunId,
    @Body({ schema: CourseRunBody }) body: CourseRunBody,
  ) {
    return this.service.changeRun(actor, id, body);
  }

  @Post('course-runs/:courseRunId/class-sessions')
  @Permit('run.edit')
  @Contract({ response: CourseRunAdminView, status: 201 })
  addClassSession(
    @CurrentActor() actor: Actor,
    @Param('courseRunId', { schema: courseRunId }) id: CourseRunId,
    @Body({ schema: ClassSessionBody }) body: ClassSessionBody,
    @IdempotencyKey() key: string | undefined,
  ) {
    return this.service.addClassSession(actor, id, body, key);
  }

  @Patch('class-sessions/:classSessionId')
  @Permit('run.edit')
  @Contract({ response: CourseRunAdminView })
  changeClassSession(
    @CurrentActor() actor: Actor,
    @Param('classSessionId', { schema: classSessionId }) id: ClassSessionId,
    @Body({ schema: ClassSessionBody }) body: ClassSessionBody,
  ) {
    return this.service.changeClassSession(actor, id, body);
  }
}
