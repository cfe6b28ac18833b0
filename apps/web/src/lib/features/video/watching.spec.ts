import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PlayedRecord } from './played-record.ts';

type Film = Pick<HTMLMediaElement, 'played' | 'currentTime'>;

/** A fake media element with what the record uses: it plays, jumps, and forgets `played` with a new address. */
class Tape {
  currentTime = 0;
  ranges: [number, number][] = [];
  get played(): TimeRanges {
    return {
      length: this.ranges.length,
      start: (i) => this.ranges[i]![0],
      end: (i) => this.ranges[i]![1],
    };
  }
}

function play(record: PlayedRecord, tape: Tape, seconds: number): void {
  const from = tape.currentTime;
  record.moved(tape as Film);
  for (let passed = 0.25; passed <= seconds; passed += 0.25) {
    tape.currentTime = from + passed;
    record.moved(tape as Film);
  }
  tape.ranges.push([from, tape.currentTime]);
}

function jump(record: PlayedRecord, tape: Tape, to: number): void {
  record.jumped();
  tape.currentTime = to;
}

describe('what was played', () => {
  it('is what the element reports', () => {
    const [record, tape] = [new PlayedRecord(), new Tape()];
    play(record, tape, 4);
    jump(record, tape, 60);
    play(record, tape, 2);
    assert.deepEqual(record.read(tape as Film), {
      playedRanges: [
        [0, 4_000],
        [60_000, 62_000],
      ],
      replayedRanges: [],
      positionMs: 62_000,
    });
  });

  it('survives a new address', () => {
    const [record, tape] = [new PlayedRecord(), new Tape()];
    play(record, tape, 10);
    record.closing(tape as Film);
    tape.ranges = [];
    tape.currentTime = 0;
    assert.equal(record.read(tape as Film, true).positionMs, 10_000, 'while it is opened, the place is kept');
    jump(record, tape, 10);
    play(record, tape, 5);
    const { playedRanges, replayedRanges } = record.read(tape as Film);
    assert.deepEqual(playedRanges, [[0, 15_000]]);
    assert.deepEqual(replayedRanges, [], 'going on is not watching again');
  });

  it('counts a replay only where the film was played before', () => {
    const [record, tape] = [new PlayedRecord(), new Tape()];
    play(record, tape, 20);
    jump(record, tape, 15);
    play(record, tape, 10);
    assert.deepEqual(record.read(tape as Film).replayedRanges, [[15_000, 20_000]]);
  });

  it('does not count a leap without a seek event as played', () => {
    const [record, tape] = [new PlayedRecord(), new Tape()];
    play(record, tape, 20);
    jump(record, tape, 0);
    record.moved(tape as Film);
    tape.currentTime = 18;
    record.moved(tape as Film);
    assert.deepEqual(record.read(tape as Film).replayedRanges, []);
  });

  it('never sends more ranges than the contract accepts', () => {
    const [record, tape] = [new PlayedRecord(), new Tape()];
    tape.ranges = Array.from({ length: 2_500 }, (_, i) => [i * 2, i * 2 + (i === 7 ? 1.5 : 1)]);
    const { playedRanges } = record.read(tape as Film);
    assert.equal(playedRanges.length, 2_000);
    assert.ok(playedRanges.some(([from, to]) => from === 14_000 && to === 15_500));
  });
});
