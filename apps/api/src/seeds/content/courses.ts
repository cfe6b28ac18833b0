import type { CourseContent } from './content.types.js';
import { introductoryCourse } from './introductory.js';
import { practicalCourse } from './practical.js';

/** Both stages in display order; add further stages here. */
export const courseContents: readonly CourseContent[] = [introductoryCourse, practicalCourse];
