import { expect, test as base, type Page, type Request } from '@playwright/test';
import { PageGuard } from '../../e2e/support/guard.ts';
import type { StageHandle } from '../stage/stage-handle.ts';

type WithStage = Window & { stage: StageHandle };

/** The stage in a browser: a component with its properties, and what its form sends. */
export class Stage {
  /** Problems that no component may cause: errors of scripts, breaches of the CSP, requests to others. */
  readonly guard: PageGuard;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.guard = new PageGuard(page, process.env.COMPONENTS_ORIGIN!);
  }

  /** Draws a scene (stage/scenes) on a new page. */
  async show(
    scene: string,
    properties: object,
    textSize: 'normal' | 'large' | 'xlarge' = 'normal',
  ): Promise<void> {
    await this.page.goto(process.env.COMPONENTS_ORIGIN!);
    await this.page.evaluate(
      async ([name, given, size]) => {
        document.documentElement.className = size === 'normal' ? '' : `text-${size}`;
        await (window as unknown as WithStage).stage.show(name, given);
      },
      [scene, properties, textSize] as const,
    );
  }

  /** Changes some properties of the scene, as when a form comes back without leaving the page. */
  async change(properties: object): Promise<void> {
    await this.page.evaluate((given) => (window as unknown as WithStage).stage.change(given), properties);
  }

  /** Does something that sends the form, and returns the fields as the server receives them. */
  async sentBy(action: () => Promise<void>): Promise<[string, string][]> {
    await this.page.route('**/sent', (route) => route.fulfill({ body: '' }));
    const [request] = await Promise.all([this.page.waitForRequest('**/sent'), action()]);
    return fieldsOf(request);
  }
}

/** `test` with the stage; every test ends with a look at the guard. */
export const test = base.extend<{ stage: Stage }>({
  stage: async ({ page }, use) => {
    const stage = new Stage(page);
    await use(stage);
    stage.guard.expectQuiet();
  },
});

export { expect };

function fieldsOf(request: Request): [string, string][] {
  return [...new URLSearchParams(request.postData() ?? '')];
}
