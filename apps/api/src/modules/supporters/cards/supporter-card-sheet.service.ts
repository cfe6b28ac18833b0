import type { CardList } from '@kizuna/shared/contracts/supporters.cards';
import type { SupporterListQuery, SupporterView } from '@kizuna/shared/contracts/supporters';
import { Injectable } from '@nestjs/common';

import { Clock } from '../../../platform/clock/clock.js';
import { Transactions } from '../../../platform/database/index.js';
import { SheetPress } from '../../templates/index.js';
import { SupportersReader } from '../supporters.reader.js';
import { SupportersRepository } from '../supporters.repository.js';
import { SupporterCardService } from './supporter-card.service.js';

/** Cards for the office to print: which are due, and which were printed. */
@Injectable()
export class SupporterCardSheetService {
  constructor(
    private readonly reader: SupportersReader,
    private readonly cards: SupporterCardService,
    private readonly press: SheetPress,
    private readonly supporters: SupportersRepository,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Card holders in the order of the list, and those whose name the card cannot show. */
  async list(query: SupporterListQuery): Promise<CardList> {
    const page = await this.reader.list({ ...query, card: query.card ?? 'any' });
    const items = page.items.map((view) => ({
      supporterId: view.supporterId,
      name: view.name,
      kana: view.kana,
      number: view.number ?? '',
      validUntil: view.validUntil ?? '',
      printedOn: view.cardPrintedOn,
      undrawable: this.press.undrawableIn(view.name),
    }));
    return { items, nextCursor: page.nextCursor };
  }

  /** One card, on a page of its own size. */
  async one(id: string): Promise<Buffer> {
    return this.print([await this.reader.getView(id)], 'card');
  }

  /** Ten cards per A4 sheet, in the order in which they were chosen. */
  async sheet(ids: readonly string[]): Promise<Buffer> {
    const views = new Map((await this.reader.viewsOf(ids)).map((view) => [view.supporterId as string, view]));
    return this.print(
      [...new Set(ids)].flatMap((id) => views.get(id) ?? []),
      'sheet',
    );
  }

  private async print(views: readonly SupporterView[], paper: 'card' | 'sheet'): Promise<Buffer> {
    const printable = views.filter((view) => view.can.card);
    const file = await this.cards.print(printable, paper);
    await this.transactions.run(() => this.supporters.notePrinted(printable, this.clock.now()));
    return file;
  }
}
