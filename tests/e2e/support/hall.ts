import { expect, type Page } from '@playwright/test';
import { sessionsEndpoints } from '@kizuna/shared/contracts/sessions.endpoints';
import { ask } from './ask.ts';

/** The ids of a run's training days, as listed for the signed-in instructor. */
export async function daysOf(instructor: Page, runName: string): Promise<string[]> {
  const { items } = await ask(instructor.request, sessionsEndpoints.listClassSessions);
  const days = items.filter((day) => day.runName === runName).map((day) => day.classSessionId as string);
  expect(days.length, `training days of ${runName}`).toBeGreaterThan(0);
  return days;
}

/** Types the number of a card at the reception desk of a day and expects the record to be shown. */
export async function checkIn(
  instructor: Page,
  day: string,
  card: { number: string; name: string },
): Promise<void> {
  await instructor.goto(`/instructor/days/${day}/reception`);
  const field = instructor.getByRole('textbox', { name: '受講カードを読み取る' });
  await expect(field).toBeFocused();
  await instructor.keyboard.type(card.number);
  await instructor.keyboard.press('Enter');
  const answer = instructor.getByRole('status').filter({ hasText: card.name });
  await expect(answer).toContainText(/「(出席|遅刻)」と記録しました/);
  await expect(field).toBeFocused();
}
