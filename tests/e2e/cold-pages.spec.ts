import { expect, test } from '@playwright/test';
import { coldLimits, openCold } from '../measuring/cold-page.ts';
import { coldVisits } from '../measuring/cold-visits.ts';
import { signIn } from './support/accounts.ts';
import { Desk } from './support/desk.ts';
import { aResident } from './support/resident.ts';

test('a page that is opened for the first time needs few files', async ({ browser, context, baseURL }) => {
  const desk = await Desk.open();
  const { courseRunId } = await desk.openRun('introductory');
  const { account, enrolmentId } = await desk.aLearner(courseRunId, aResident());
  await signIn(context, account);
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  for (const [name, visit] of await coldVisits(baseURL!, { cookie, enrolmentId })) {
    const page = await openCold(browser, visit);
    const list = page.files.map(({ type, bytes, address }) => `${type} ${bytes} ${address}`).join('\n');
    expect.soft(page.requests, `files of ${name}:\n${list}`).toBeLessThanOrEqual(coldLimits.requests);
    expect.soft(page.kilobytes, `kB of ${name}:\n${list}`).toBeLessThanOrEqual(coldLimits.kilobytes);
    expect
      .soft(page.scriptKilobytes, `kB of scripts of ${name}:\n${list}`)
      .toBeLessThanOrEqual(coldLimits.scriptKilobytes);
  }
  await desk.close();
});
