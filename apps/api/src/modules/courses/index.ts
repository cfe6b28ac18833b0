export { CoursesCatalogue, type CourseImport, type LessonImport } from './courses.catalogue.service.js';
export { CoursesModule } from './courses.module.js';
export {
  courseRunCancelled,
  courseRunEnlarged,
  filmRulesChanged,
  type CourseRunCancelled,
  type CourseRunEnlarged,
  type FilmRulesChanged,
} from './courses.events.js';
export { FilmCoursesReader } from './courses.films.reader.js';
export { MaterialsImport } from './courses.materials.import.service.js';
export { ReadingPlaces } from './courses.materials.places.service.js';
export { MaterialsReader } from './courses.materials.reader.js';
export { toClassSessionView } from './courses.mapper.js';
export { OutlineReader, type RunOutline } from './courses.outline.reader.js';
export { CoursesReader } from './courses.reader.js';
export type { CourseRow, CourseRunFacts, CourseRunRow } from './courses.rows.js';
export { CourseSeats, type Placement } from './courses.seats.service.js';
export { ClassSessionsReader, type ClassSessionOfRun } from './courses.sessions.reader.js';
