import {
  DissolutionBody,
  MeetingAttendanceBody,
  MeetingBody,
  MeetingCancellationBody,
  MeetingList,
  MeetingReplyBody,
  MeetingView,
  MyMeetingList,
  PairBody,
  PairCandidateList,
  PairList,
  PairListQuery,
  PairView,
} from '@kizuna/shared/contracts/supporter-activities';
import {
  supporterId,
  supporterMeetingId,
  supporterPairId,
  type SupporterId,
  type SupporterMeetingId,
  type SupporterPairId,
} from '@kizuna/shared/vocabulary/ids';
import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';

import { CurrentActor, Permit, type Actor } from '../../platform/auth/index.js';
import { Contract, IdempotencyKey } from '../../platform/http/index.js';
import { PairCandidatesReader } from './supporters.candidates.reader.js';
import { SupporterMeetingsReader } from './supporters.meetings.reader.js';
import { SupporterMeetings } from './supporters.meetings.service.js';
import { SupporterPairsReader } from './supporters.pairs.reader.js';
import { SupporterPairs } from './supporters.pairs.service.js';

/** The pair in the address. */
const Pair = () => Param('supporterPairId', { schema: supporterPairId });

/** The meeting in the address. */
const Meeting = () => Param('supporterMeetingId', { schema: supporterMeetingId });

@Controller('office')
export class SupporterPairsController {
  constructor(
    private readonly couldBe: PairCandidatesReader,
    private readonly reader: SupporterPairsReader,
    private readonly pairs: SupporterPairs,
  ) {}

  @Get('supporters/:supporterId/candidates')
  @Permit('supporter.read')
  @Contract({ response: PairCandidateList })
  candidates(@Param('supporterId', { schema: supporterId }) id: SupporterId) {
    return this.couldBe.of(id);
  }

  @Get('supporter-pairs')
  @Permit('supporter.read')
  @Contract({ response: PairList })
  list(@Query({ schema: PairListQuery }) query: PairListQuery) {
    return this.reader.list(query);
  }

  @Post('supporter-pairs')
  @Permit('supporter.manage')
  @Contract({ response: PairView, status: 201 })
  pair(@CurrentActor() actor: Actor, @Body({ schema: PairBody }) body: PairBody) {
    return this.pairs.pair(actor, body);
  }

  @Get('supporter-pairs/:supporterPairId')
  @Permit('supporter.read')
  @Contract({ response: PairView })
  get(@Pair() id: SupporterPairId) {
    return this.reader.getView(id);
  }

  @Post('supporter-pairs/:supporterPairId/dissolution')
  @Permit('supporter.manage')
  @Contract({ response: PairView })
  dissolve(
    @CurrentActor() actor: Actor,
    @Pair() id: SupporterPairId,
    @Body({ schema: DissolutionBody }) body: DissolutionBody,
  ) {
    return this.pairs.dissolve(actor, id, body.reason);
  }
}

@Controller()
export class SupporterMeetingsController {
  constructor(
    private readonly reader: SupporterMeetingsReader,
    private readonly meetings: SupporterMeetings,
  ) {}

  @Get('office/supporter-meetings')
  @Permit('supporter.read')
  @Contract({ response: MeetingList })
  list() {
    return this.reader.list();
  }

  @Post('office/supporter-meetings')
  @Permit('supporter.manage')
  @Contract({ response: MeetingView, status: 201 })
  plan(
    @CurrentActor() actor: Actor,
    @Body({ schema: MeetingBody }) body: MeetingBody,
    @IdempotencyKey() key: string | undefined,
  ) {
    return this.meetings.plan(actor, body, key);
  }

  @Get('office/supporter-meetings/:supporterMeetingId')
  @Permit('supporter.read')
  @Contract({ response: MeetingView })
  get(@Meeting() id: SupporterMeetingId) {
    return this.reader.getView(id);
  }

  @Post('office/supporter-meetings/:supporterMeetingId/cancellation')
  @Permit('supporter.manage')
  @Contract({ response: MeetingView })
  cancel(
    @Meeting() id: SupporterMeetingId,
    @Body({ schema: MeetingCancellationBody }) body: MeetingCancellationBody,
  ) {
    return this.meetings.cancel(id, body.reason);
  }

  @Put('office/supporter-meetings/:supporterMeetingId/attendance')
  @Permit('supporter.manage')
  @Contract({ response: MeetingView })
  record(
    @CurrentActor() actor: Actor,
    @Meeting() id: SupporterMeetingId,
    @Body({ schema: MeetingAttendanceBody }) body: MeetingAttendanceBody,
  ) {
    return this.meetings.record(actor, id, body);
  }

  @Get('me/supporter-meetings')
  @Permit('supporter.self')
  @Contract({ response: MyMeetingList })
  mine(@CurrentActor() actor: Actor) {
    return this.reader.mine(actor);
  }

  @Put('me/supporter-meetings/:supporterMeetingId/reply')
  @Permit('supporter.self')
  @Contract({ response: MyMeetingList })
  reply(
    @CurrentActor() actor: Actor,
    @Meeting() id: SupporterMeetingId,
    @Body({ schema: MeetingReplyBody }) body: MeetingReplyBody,
  ) {
    return this.meetings.reply(actor, id, body.reply);
  }
}
