import type { WatchReportBody, WatchView } from '@kizuna/shared/contracts/learning';
import { unionOf } from '@kizuna/shared/rules/ranges';
import { Injectable } from '@nestjs/common';

import { Clock } from '../../../platform/clock/clock.js';
import { Ids } from '../../../platform/ids/ids.js';
import { defaultThresholdPercent, watchViewOf } from './watch.policy.js';
import { WatchRepository, type WatchState } from './watch.repository.js';

/** The context of a playback, in the caller's ids; stored with the playback and must match its reports. */
export interface WatchContext {
  personId: string;
  enrolmentId: string;
  lessonId: string;
}

/** Records what people watch. Only the server decides what counts; see watch.policy.ts. */
@Injectable()
export class WatchService {
  constructor(
    private readonly repository: WatchRepository,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /**
   * Opens a playback; real time counts from now. The caller has checked that the person may watch, and passes the
   * required share of the film (percent, 50–99).
   */
  async startPlayback(
    context: WatchContext,
    videoId: string,
    thresholdPercent = defaultThresholdPercent,
  ): Promise<{ playbackId: string; watch: WatchView }> {
    const playbackId = this.ids.next();
    const film = { videoId, thresholdPercent };
    await this.repository.insertPlayback({ playbackId, ...context }, film, this.clock.now());
    const state = await this.repository.findAccount(context.personId, videoId);
    if (!state) throw new Error('no watch account exists for a new playback');
    return { playbackId, watch: viewOf({ ...state, thresholdPercent }) };
  }

  /**
   * Processes one report of a player. A repeated one changes nothing; one that claims too much is cut.
   * Null if there is no such playback for this person, enrolment and lesson.
   */
  async report(context: WatchContext, body: WatchReportBody): Promise<WatchView | null> {
    const key = { playbackId: body.playbackId, ...context };
    const report = {
      sequence: body.sequence,
      playedRanges: unionOf(body.playedRanges),
      replayedRanges: unionOf(body.replayedRanges),
      positionMs: body.positionMs,
      failedReports: body.failedReports,
      now: this.clock.now(),
    };
    const state = (await this.repository.creditReport(key, report)) ?? (await this.repository.findState(key));
    return state && viewOf(state);
  }
}

function viewOf(state: WatchState): WatchView {
  const { ranges, resumeMs, durationMs, thresholdPercent, groupViewing } = state;
  const terms = { thresholdPercent: thresholdPercent ?? undefined, groupViewing };
  return watchViewOf(ranges, resumeMs, durationMs, terms);
}
