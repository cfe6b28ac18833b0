import { defineConfig, devices } from '@playwright/test';
import { findChromium } from '@kizuna/infra/chromium/find-chromium.ts';

const { executablePath, env, args } = findChromium('packaged');

/** `npm test` starts the product and sets E2E_ORIGIN. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: '../test-results/journeys',
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  // the longest journey spends most of its time waiting for its film: two others can use both cores meanwhile
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
    // recording every step takes a third of two cores: `npm test -- e2e card --trace retain-on-failure` makes one
    trace: 'off',
  },
});
