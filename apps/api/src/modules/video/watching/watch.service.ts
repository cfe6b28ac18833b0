import type { WatchReportBody, WatchView } from '@kizuna/shared/contracts/learning';
import { unionOf } from '@kizuna/shared/rules/ranges';
import { Injectable } from '@nestjs/common';

import { Clock } from '../../../platform/clock/clock.js';
import { Ids } from '../../../platform/ids/ids.js';
import { defaultThresholdPercent, watchViewOf } from './watch.policy.js';
import { WatchRepository, type WatchState } from './watch.repository.js';

/** What a film is shown for, in the caller's ids; they are kept with the playback and must fit its reports. */
export interface WatchContext {
  personId: string;
  enrolmentId: string;
  lessonId: string;
}

/** Records what people watch. The server alone decides what counts; see video.watch.policy.ts. */
@Injectable()
export class WatchService {
  constructor(
    private readonly repository: WatchRepository,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /**
   * Opens a playback, from which real time counts. The caller has checked that the person may watch, and says how much
   * of the film its lesson asks for (percent, 50–99).
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
    if (!state) throw new Error('a playback was opened without an account');
    return { playbackId, watch: viewOf({ ...state, thresholdPercent }) };
  }

  /**
   * Takes one report of a player. A repeated one changes nothing; one that claims too much is cut.
   * Answers null where there is no such playback for this person, enrolment and lesson.
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
