import { Inject, Injectable, Optional, type OnApplicationShutdown } from '@nestjs/common';

import { ThreadPool, threadFile } from '../../../platform/threads/index.js';
import { sheetFonts, sheetFontsKey, type SheetFont } from '../glyphs/fonts.js';
import { Typesetting } from './typesetting.js';

/** A paper to typeset in a thread, with the arguments for `Typesetting`. */
export type PressTask =
  | { paper: 'certificate'; words: Parameters<Typesetting['render']> }
  | { paper: 'supporterCards'; words: Parameters<Typesetting['renderSupporterCards']> };

/** Typesetting in worker threads: many sheets are typeset while the process continues to answer (docs/adr/0025). */
@Injectable()
export class SheetPress implements OnApplicationShutdown {
  private readonly threads: ThreadPool<PressTask, Uint8Array>;

  constructor(
    private readonly typesetting: Typesetting,
    @Optional() @Inject(sheetFontsKey) fonts: readonly SheetFont[] = sheetFonts(),
  ) {
    this.threads = new ThreadPool(threadFile(import.meta.url, 'typesetting.thread.js'), {
      workerData: { fonts: [...fonts] },
    });
  }

  /** The same as `Typesetting.undrawableIn`. */
  undrawableIn(text: string): string[] {
    return this.typesetting.undrawableIn(text);
  }

  /** The same as `Typesetting.render`, byte for byte. */
  render(...words: Parameters<Typesetting['render']>): Promise<Buffer> {
    return this.set({ paper: 'certificate', words });
  }

  /** The same as `Typesetting.renderSupporterCards`, byte for byte. */
  renderSupporterCards(...words: Parameters<Typesetting['renderSupporterCards']>): Promise<Buffer> {
    return this.set({ paper: 'supporterCards', words });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.threads.close();
  }

  private async set(task: PressTask): Promise<Buffer> {
    const { buffer, byteOffset, byteLength } = await this.threads.run(task);
    return Buffer.from(buffer, byteOffset, byteLength);
  }
}
