import { existsSync } from 'node:fs';
import path from 'node:path';

import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import { AssessmentCatalogueService } from '../modules/assessment/index.js';
import { CertificationIssuerService } from '../modules/certification/index.js';
import { CoursesCatalogueService, type LessonImport } from '../modules/courses/index.js';
import { PeopleService } from '../modules/people/index.js';
import { VideoCatalogueService } from '../modules/video/index.js';
import { Transactions } from '../platform/database/index.js';
import type { CourseContent, LessonContent } from './content/content.types.js';
import { courseContents } from './content/courses.js';
import { districtContents } from './content/districts.js';

/** District ids by content key. */
export type DistrictIds = ReadonlyMap<string, string>;

/**
 * Loads the product's own content: districts, films, quizzes, courses, the wording of certificates. Without a film
 * folder, video lessons are omitted until there is one.
 */
export async function putCurriculum(app: NestFastifyApplication, filmFolder: string): Promise<DistrictIds> {
  return app.get(Transactions).run(async () => {
    const districts = await putDistricts(app);
    const films = existsSync(path.join(filmFolder, 'film.json'))
      ? await app.get(VideoCatalogueService).importFolder(filmFolder)
      : new Map<string, string>();
    for (const [position, course] of courseContents.entries()) await putCourse(app, course, position, films);
    return districts;
  });
}

async function putDistricts(app: NestFastifyApplication): Promise<DistrictIds> {
  const areas = new Map(districtContents.map(({ key, name }) => [key, name]));
  const ids = new Map<string, string>();
  for (const [position, district] of districtContents.entries()) {
    if (district.parentKey === null) continue;
    const area = areas.get(district.parentKey) ?? '';
    ids.set(district.key, await app.get(PeopleService).putDistrict(area, district.name, position));
  }
  return ids;
}

async function putCourse(
  app: NestFastifyApplication,
  course: CourseContent,
  position: number,
  films: ReadonlyMap<string, string>,
): Promise<void> {
  const quizzes = new Map<string, string>();
  for (const quiz of course.quizzes) {
    quizzes.set(quiz.key, await app.get(AssessmentCatalogueService).importQuiz(quiz));
  }
  const { slug, stage, title, shortTitle, tagline, summary, audience, outcomes, faq, completionRule } =
    course;
  const courseId = await app.get(CoursesCatalogueService).importCourse({
    slug,
    position,
    stage,
    title,
    shortTitle,
    tagline,
    summary,
    audience,
    outcomes,
    faq,
    completionRule: {
      requiredLessons: completionRule.lessons === 'all_required',
      quizPassPercent: completionRule.quizPassPercent,
      attendance: completionRule.attendance,
    },
    materials: course.materials.map(({ key, glossary = [], ...material }) => ({
      slug: key,
      glossary,
      ...material,
    })),
    lessons: course.lessons.flatMap((lesson, place) => toImport(lesson, place, quizzes, films)),
  });
  const { numberLabel, body, issuerOrganisation, issuerPost, demoIssuerName } = course.certificate;
  const issuer = { issuer: issuerOrganisation, issuerHead: `${issuerPost}\u3000${demoIssuerName}` };
  await app
    .get(CertificationIssuerService)
    .provide(courseId, { courseTitle: title, numberLabel, body }, issuer);
}

function toImport(
  lesson: LessonContent,
  position: number,
  quizzes: ReadonlyMap<string, string>,
  films: ReadonlyMap<string, string>,
): LessonImport[] {
  const { kind, title, minutes, required, summary, takesPlaceNote, videoSlug, quizKey, materialKey } = lesson;
  const videoId = videoSlug && films.get(videoSlug);
  if (kind === 'video' && !videoId) return [];
  const quizId = quizKey && quizzes.get(quizKey);
  return [
    {
      position,
      kind,
      title,
      minutes,
      required,
      summary: takesPlaceNote ? `${summary}${takesPlaceNote}` : summary,
      ...(videoId ? { videoId } : {}),
      ...(quizId ? { quizId } : {}),
      ...(materialKey ? { materialSlug: materialKey } : {}),
    },
  ];
}
