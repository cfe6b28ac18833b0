// swc writes no type declarations: the parts of the built API used here are declared in this file.
declare module '@kizuna/api/app' {
  interface Answer {
    statusCode: number;
    json<T>(): T;
  }
  export interface Api {
    inject(request: { method: string; url: string; payload?: object }): Promise<Answer>;
    listen(port: number, host: string): Promise<unknown>;
    close(): Promise<void>;
  }
  export function createApi(options: { config: unknown; clock: unknown }): Promise<Api>;
}

declare module '@kizuna/api/database-commands' {
  export function migrate(databaseUrl: string): Promise<void>;
  export function seed(
    databaseUrl: string,
    scenario: 'empty',
    options: { dataDir: string; publicOrigin: string },
  ): Promise<void>;
}

declare module '@kizuna/api/platform/clock/fixed-clock' {
  export class FixedClock {
    constructor(now: string);
    set(now: string): void;
  }
}

declare module '@kizuna/api/platform/config/app-config' {
  export function loadConfig(env: Record<string, string>): unknown;
}

declare module '@kizuna/api/modules/video/watching/watch.repository' {
  export const creditStatement: string;
}

declare module '@kizuna/api/modules/transcoding/transcoding.tools' {
  export function findFilmTools(
    env: Record<string, string | undefined>,
    scratch: string,
  ): { ffmpeg: string; ffprobe: string };
}

declare module '@kizuna/api/platform/paging/index' {
  export function encodeCursor(values: readonly (string | number | null)[]): string;
}

declare module '@kizuna/api/seeds/index' {
  export function runSeed(
    databaseUrl: string,
    scenario: 'large',
    options: { dataDir: string; publicOrigin: string; residents: number },
  ): Promise<void>;
}
