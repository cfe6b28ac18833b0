import { mediaPath } from '@kizuna/shared/contracts/paths-without-endpoint';
import { Injectable } from '@nestjs/common';

import { Clock } from '../clock/clock.js';
import { DeliveryKeys } from './delivery-keys.js';
import { expiryAt, isPlainPath, ticketFor } from './delivery.ticket.policy.js';

/** Size of the ticket cache: each costs one HMAC, so that a list of hundreds of rows computes each only once. */
const rememberedTickets = 2000;

/** Creates the addresses of files in the blob store for browsers: signed, expiring, the same for half a day. */
@Injectable()
export class Delivery {
  private tickets = new Map<string, string>();
  private ticketsUntil = 0;

  constructor(
    private readonly keys: DeliveryKeys,
    private readonly clock: Clock,
  ) {}

  /**
   * The address of a file, for mappers: no I/O. It gives access to everything below `scope` until it expires
   * (12 to 24 hours), so the caller must have checked access. Relative names in a playlist keep the ticket.
   * @param scope prefix in the blob store with the files of one object and nothing else, e.g. `films/<hash>`
   * @param path the file below it, e.g. `hls/master.m3u8`
   */
  addressOf(scope: string, path: string): string {
    if (!isPlainPath(`${scope}/${path}`)) throw new Error('a file has a name that no address can carry');
    return `${mediaPath}/${this.ticketOf(scope)}/${scope}/${path}`;
  }

  private ticketOf(scope: string): string {
    const expiresAt = expiryAt(this.clock.now());
    if (expiresAt.getTime() !== this.ticketsUntil || this.tickets.size >= rememberedTickets) {
      this.tickets = new Map();
      this.ticketsUntil = expiresAt.getTime();
    }
    const known = this.tickets.get(scope);
    if (known !== undefined) return known;
    const [newest] = this.keys.current();
    const made = ticketFor(newest!, scope, expiresAt);
    this.tickets.set(scope, made);
    return made;
  }
}
