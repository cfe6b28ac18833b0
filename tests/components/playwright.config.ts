import { defineConfig, devices } from '@playwright/test';
import { findChromium } from '@kizuna/infra/chromium/find-chromium.ts';

const { executablePath, env, args } = findChromium('packaged');

/** Components on a page of their own; nothing of the product runs (ADR 0038). */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/components',
  globalSetup: './stage/serve.ts',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 15_000,
  expect: { timeout: 5_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['list'], ['json']] : 'list',
  use: {
    ...devices['Desktop Chrome'],
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    launchOptions: { executablePath, env, args },
    screenshot: 'only-on-failure',
    trace: 'off',
  },
});
