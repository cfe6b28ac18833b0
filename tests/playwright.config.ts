import { defineConfig, devices } from '@playwright/test';
import { findChromium } from '@kizuna/infra/chromium/find-chromium.ts';

const { executablePath, env, args } = findChromium('packaged');

/** `npm test` starts the product and names it in E2E_ORIGIN. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: '../test-results/journeys',
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  // the longest journey waits for its film nearly all the time: beside it two others have two cores to themselves
  workers: 3,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['list'], ['json']] : 'list',
  use: {
    ...devices['Desktop Chrome'],
    baseURL: process.env.E2E_ORIGIN ?? 'http://localhost:3000',
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    launchOptions: { executablePath, env, args },
    screenshot: 'only-on-failure',
    // a recording of every step is a third of the work of two cores: `npm test -- e2e card --trace retain-on-failure` makes one
    trace: 'off',
  },
});
