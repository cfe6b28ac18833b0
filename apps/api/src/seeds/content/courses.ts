import type { CourseContent } from './content.types.js';
import { introductoryCourse } from './introductory.js';
import { practicalCourse } from './practical.js';

/** Both stages in the order in which they are shown; further stages are added here. */
export const courseContents: readonly CourseContent[] = [introductoryCourse, practicalCourse];
