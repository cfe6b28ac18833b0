export { type ClassSessionOfRun, ClassSessionsReader } from './class-sessions.reader.js';
export { CoursesCatalogueService, type LessonImport } from './courses.catalogue.service.js';
export {
  type CourseRunCancelled,
  type CourseRunEnlarged,
  type FilmRulesChanged,
  courseRunCancelled,
  courseRunEnlarged,
  filmRulesChanged,
} from './courses.events.js';
export { toClassSessionView } from './courses.mapper.js';
export { CoursesModule } from './courses.module.js';
export { CoursesOfficeReader } from './courses.office.reader.js';
export { CoursesOutlineReader, type RunOutline } from './courses.outline.reader.js';
export { CoursesReader } from './courses.reader.js';
export type { CourseRunFacts, CourseRunRow, RunContent } from './courses.rows.js';
export { CoursesSeatsService, type Placement } from './courses.seats.service.js';
export { FilmCoursesReader } from './films/film-courses.reader.js';
