import { expect, type Page } from '@playwright/test';
import type { LearningCourseView } from '@kizuna/shared/contracts/learning';
import { learningEndpoints } from '@kizuna/shared/contracts/learning.endpoints';
import { ask } from './ask.ts';

type Lesson = LearningCourseView['lessons'][number];

/** The lessons of a kind in the signed-in person's course. */
export async function lessonsOf(
  page: Page,
  enrolmentId: string,
  kind: Lesson['lesson']['kind'],
): Promise<Lesson[]> {
  const course = await ask(page.request, learningEndpoints.getLearningCourse, { params: { enrolmentId } });
  return course.lessons.filter(({ lesson }) => lesson.kind === kind);
}

/** Opens a lesson from the course's list, as a person does. */
export async function openLesson(page: Page, enrolmentId: string, title: string): Promise<void> {
  await page.goto(`/my/courses/${enrolmentId}`);
  await page.getByRole('link', { name: title, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible();
}

/** Opens every material of the course and marks it as read. */
export async function readMaterials(page: Page, enrolmentId: string): Promise<void> {
  for (const { lesson } of await lessonsOf(page, enrolmentId, 'material')) {
    await openLesson(page, enrolmentId, lesson.title);
    await page.getByRole('button', { name: '読みました' }).click();
    await expect(page.getByText('この教材は読みおわりました。')).toBeVisible();
  }
}

/** The signed-in person's first enrolment. */
export async function myEnrolment(page: Page): Promise<string> {
  const home = await ask(page.request, learningEndpoints.getLearningHome);
  return home.items[0]!.enrolmentId;
}
