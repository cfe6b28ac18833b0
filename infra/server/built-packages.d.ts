// What the built packages offer to this composition root. swc and vite write no type declarations, so the few
// functions that are called from here are declared once more; their tests are the start itself.
declare module '@kizuna/api/app' {
  import type { IncomingMessage, Server, ServerResponse } from 'node:http';

  type Handler = (request: IncomingMessage, response: ServerResponse) => void;
  export interface Api {
    getHttpAdapter(): { getInstance(): unknown };
    listen(port: number, host: string): Promise<unknown>;
    close(): Promise<void>;
  }
  export function createApi(options: { serverFactory?: (handler: Handler) => Server }): Promise<Api>;
  export function startWorker(api: Api): Promise<void>;
}

// the job process: runs when it is imported
declare module '@kizuna/api/worker' {}

declare module '@kizuna/api/platform/database/shared-reads' {
  export interface SharedReads {
    rows: Map<string, Promise<unknown[]>> | null;
  }
  export function noReads(): SharedReads;
  export function withSharedReads<T>(reads: SharedReads, work: () => T): T;
}

declare module '@kizuna/api/database-commands' {
  export function migrate(databaseUrl: string): Promise<void>;
  export function seed(
    databaseUrl: string,
    scenario: 'demo' | 'empty' | 'large',
    options: { dataDir: string; publicOrigin: string },
  ): Promise<void>;
  /** Retires the keys of files or of credentials; returns how many there were. */
  export function rotateKeys(databaseUrl: string, what: 'pdf' | 'credential'): Promise<number>;
  export function createAdmin(
    databaseUrl: string,
    admin: { email: string; name: string; kana?: string; password?: string },
  ): Promise<{ personId: string; invitation?: { link: string; code: string } }>;
  export function importFilms(databaseUrl: string, folder: string, dataDir: string): Promise<string[]>;
}

declare module '@kizuna/web/handler' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  export const handler: (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
}

declare module '@kizuna/api/modules/transcoding/transcoding.tools' {
  export interface FilmTools {
    ffmpeg: string;
    ffprobe: string;
  }
  export function findFilmTools(env: Record<string, string | undefined>, scratch: string): FilmTools;
}
