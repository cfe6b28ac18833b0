import { learningEndpoints } from '@kizuna/shared/contracts/learning.endpoints';
import { ask } from './ask.ts';
import { signedInLearners } from './signed-in.ts';

interface PageRequest {
  path: string;
  headers: Record<string, string>;
}

/** Requests of one signed-in learner for their pages, and for the guide (使い方) that everybody may read. */
export interface LearnerPages {
  home: PageRequest;
  course: PageRequest;
  lesson: PageRequest;
  guide: PageRequest;
}

/** The pages of sixteen signed-in learners. */
export async function pagesOfLearners(origin: string, databaseUrl: string): Promise<LearnerPages[]> {
  const learners = await signedInLearners(databaseUrl, 16);
  const pages: LearnerPages[] = [];
  for (const { cookie, enrolmentId } of learners) {
    const headers = { cookie };
    const { lessons } = await ask({ origin, headers }, learningEndpoints.getLearningCourse, {
      params: { enrolmentId },
    });
    const material = lessons.find(({ lesson }) => lesson.kind === 'material')!.lesson;
    const course = `/my/courses/${enrolmentId}`;
    pages.push({
      home: { path: '/my', headers },
      course: { path: course, headers },
      lesson: { path: `${course}/lessons/${material.lessonId}`, headers },
      guide: { path: '/help', headers },
    });
  }
  return pages;
}

/** Requests of signed-in learners for their home, course and lesson pages. */
export async function learnerPages(origin: string, databaseUrl: string): Promise<PageRequest[]> {
  const pages = await pagesOfLearners(origin, databaseUrl);
  return pages.flatMap(({ home, course, lesson }) => [home, course, lesson]);
}
