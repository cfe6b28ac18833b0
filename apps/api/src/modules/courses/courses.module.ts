import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { MaterialsModule } from '../materials/index.js';
import { PeopleModule } from '../people/index.js';
import { ClassSessionEntity } from './class-session.entity.js';
import { ClassSessionsReader } from './class-sessions.reader.js';
import { CourseRunEntity } from './course-run.entity.js';
import { CourseEntity } from './course.entity.js';
import { CoursesCatalogueRepository } from './courses.catalogue.repository.js';
import { CoursesCatalogueService } from './courses.catalogue.service.js';
import { CoursesController } from './courses.controller.js';
import { CoursesOfficeController } from './courses.office.controller.js';
import { CoursesOfficeReader } from './courses.office.reader.js';
import { CoursesOutlineReader } from './courses.outline.reader.js';
import { CoursesReader } from './courses.reader.js';
import { CoursesRepository } from './courses.repository.js';
import { CoursesSeatsRepository } from './courses.seats.repository.js';
import { CoursesSeatsService } from './courses.seats.service.js';
import { CoursesService } from './courses.service.js';
import { FilmCoursesReader } from './films/film-courses.reader.js';
import { FilmRulesRepository } from './films/film-rules.repository.js';
import { FilmRulesService } from './films/film-rules.service.js';
import { RunInstructorEntity } from './run-instructor.entity.js';
import { LessonEntity } from './lesson.entity.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      LessonEntity,
      ClassSessionEntity,
      CourseEntity,
      CourseRunEntity,
      RunInstructorEntity,
    ]),
    MaterialsModule,
    PeopleModule,
  ],
  controllers: [CoursesController, CoursesOfficeController],
  providers: [
    ClassSessionsReader,
    CoursesCatalogueRepository,
    CoursesCatalogueService,
    CoursesOfficeReader,
    CoursesOutlineReader,
    CoursesReader,
    CoursesRepository,
    CoursesSeatsRepository,
    CoursesSeatsService,
    CoursesService,
    FilmCoursesReader,
    FilmRulesRepository,
    FilmRulesService,
  ],
  exports: [
    ClassSessionsReader,
    CoursesCatalogueService,
    CoursesOfficeReader,
    CoursesOutlineReader,
    CoursesReader,
    CoursesSeatsService,
    FilmCoursesReader,
  ],
})
export class CoursesModule {}
