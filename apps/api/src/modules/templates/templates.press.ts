import { Inject, Injectable, Optional, type OnApplicationShutdown } from '@nestjs/common';

import { ThreadPool, threadFile } from '../../platform/threads/index.js';
import { sheetFonts, sheetFontsKey, type SheetFont } from './templates.fonts.js';
import { Typesetting } from './templates.typesetting.js';

type Words = Parameters<Typesetting['render']>;

/** Typesetting in threads of their own: a pile of sheets is set while the process goes on answering (docs/adr/0025). */
@Injectable()
export class SheetPress implements OnApplicationShutdown {
  private readonly threads: ThreadPool<Words, Uint8Array>;

  constructor(
    private readonly typesetting: Typesetting,
    @Optional() @Inject(sheetFontsKey) fonts: readonly SheetFont[] = sheetFonts(),
  ) {
    this.threads = new ThreadPool(threadFile(import.meta.url, 'templates.typesetting.thread.js'), {
      workerData: { fonts: [...fonts] },
    });
  }

  /** The same as `Typesetting.undrawableIn`. */
  undrawableIn(text: string): string[] {
    return this.typesetting.undrawableIn(text);
  }

  /** The same as `Typesetting.render`, byte for byte. */
  async render(...words: Words): Promise<Buffer> {
    const { buffer, byteOffset, byteLength } = await this.threads.run(words);
    return Buffer.from(buffer, byteOffset, byteLength);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.threads.close();
  }
}
