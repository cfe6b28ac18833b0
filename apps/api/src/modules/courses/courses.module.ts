import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { PeopleModule } from '../people/index.js';
import { CatalogueRepository } from './courses.catalogue.repository.js';
import { CoursesCatalogue } from './courses.catalogue.service.js';
import { CoursesController } from './courses.controller.js';
import { CourseEntity, LessonEntity } from './courses.entity.js';
import { FilmRulesRepository } from './courses.film-rules.repository.js';
import { FilmRules } from './courses.film-rules.service.js';
import { FilmCoursesReader } from './courses.films.reader.js';
import { MaterialsController, MaterialsOfficeController } from './courses.materials.controller.js';
import { MaterialDocuments } from './courses.materials.documents.service.js';
import { MaterialDocumentEntity, MaterialEntity, MaterialReadingEntity } from './courses.materials.entity.js';
import { MaterialsImport } from './courses.materials.import.service.js';
import { MaterialsOfficeReader } from './courses.materials.office.reader.js';
import { ReadingPlaces } from './courses.materials.places.service.js';
import { DocumentPreparation } from './courses.materials.preparation.js';
import { MaterialsReader } from './courses.materials.reader.js';
import { MaterialsRepository } from './courses.materials.repository.js';
import { MaterialsService } from './courses.materials.service.js';
import { CoursesOfficeController } from './courses.office.controller.js';
import { CoursesOfficeReader } from './courses.office.reader.js';
import { OutlineReader } from './courses.outline.reader.js';
import { CoursesReader } from './courses.reader.js';
import { CoursesRepository } from './courses.repository.js';
import { ClassSessionEntity, CourseRunEntity, RunInstructorEntity } from './courses.run.entity.js';
import { SeatsRepository } from './courses.seats.repository.js';
import { CourseSeats } from './courses.seats.service.js';
import { CoursesService } from './courses.service.js';
import { ClassSessionsReader } from './courses.sessions.reader.js';

const entities = [
  CourseEntity,
  LessonEntity,
  MaterialEntity,
  MaterialDocumentEntity,
  MaterialReadingEntity,
  CourseRunEntity,
  ClassSessionEntity,
  RunInstructorEntity,
];

@Module({
  imports: [TypeOrmModule.forFeature(entities), PeopleModule],
  controllers: [CoursesController, CoursesOfficeController, MaterialsController, MaterialsOfficeController],
  providers: [
    FilmCoursesReader,
    FilmRules,
    FilmRulesRepository,
    CoursesReader,
    MaterialsReader,
    MaterialsOfficeReader,
    MaterialsRepository,
    MaterialsService,
    MaterialDocuments,
    MaterialsImport,
    DocumentPreparation,
    ReadingPlaces,
    ClassSessionsReader,
    OutlineReader,
    CoursesOfficeReader,
    CoursesService,
    CoursesRepository,
    SeatsRepository,
    CourseSeats,
    CatalogueRepository,
    CoursesCatalogue,
  ],
  exports: [
    FilmCoursesReader,
    CoursesReader,
    MaterialsReader,
    MaterialsImport,
    ReadingPlaces,
    OutlineReader,
    ClassSessionsReader,
    CourseSeats,
    CoursesCatalogue,
  ],
})
export class CoursesModule {}
