import { lengthOf, unionOf, type Range } from '@kizuna/shared/rules/ranges';

type Played = Pick<HTMLMediaElement, 'played' | 'currentTime'>;

/** What a playback has played so far, in whole milliseconds of film. */
export interface FilmState {
  playedRanges: [number, number][];
  replayedRanges: [number, number][];
  positionMs: number;
}

/** The contract's maximum number of ranges. */
const mostRanges = 2_000;
/** Two observations of a playing film are at most this far apart; a larger gap means a jump. */
const longestStepMs = 3_000;

/**
 * Records what was played, from the element's own `played`. An element forgets it with every new address (an expired
 * one, the data saver, the MP4 instead of HLS), so `closing` stores the union. What was played again after seeking back
 * is derived from the positions between two jumps.
 */
export class PlayedRecord {
  #played: Range[] = [];
  #replayed: Range[] = [];
  #seen: Range[] = [];
  #lastMs: number | undefined;
  #positionMs = 0;

  /** The film is playing: called on every `timeupdate`, about four times a second at normal speed. */
  moved(film: Played): void {
    const now = Math.floor(film.currentTime * 1000);
    const last = this.#lastMs;
    if (last !== undefined && now > last && now - last <= longestStepMs) {
      this.#replayed = unionOf([...this.#replayed, ...overlap(this.#seen, [last, now])]);
      this.#seen = unionOf([...this.#seen, [last, now]]);
    }
    this.#lastMs = now;
    this.#positionMs = now;
  }

  /** The film jumps: the part in between was not played. */
  jumped(): void {
    this.#lastMs = undefined;
  }

  /** The element is about to get another address: its `played` starts from empty. */
  closing(film: Played): void {
    this.#played = unionOf([...this.#played, ...rangesOf(film)]);
    this.jumped();
  }

  /** The state to report now. While another address is opened (`opening`), the position stays the previous one. */
  read(film: Played, opening = false): FilmState {
    if (!opening) this.#positionMs = Math.floor(film.currentTime * 1000);
    return {
      playedRanges: longest([...this.#played, ...rangesOf(film)]),
      replayedRanges: longest(this.#replayed),
      positionMs: this.#positionMs,
    };
  }
}

function rangesOf({ played }: Played): Range[] {
  const ranges: Range[] = [];
  for (let i = 0; i < played.length; i++)
    ranges.push([Math.floor(played.start(i) * 1000), Math.floor(played.end(i) * 1000)]);
  return ranges;
}

function overlap(ranges: readonly Range[], [from, to]: Range): Range[] {
  return ranges.map((range) => [Math.max(range[0], from), Math.min(range[1], to)] as const);
}

/** The union; if it has more ranges than the contract accepts, the longest ones. */
function longest(ranges: readonly Range[]): [number, number][] {
  const union = unionOf(ranges);
  const kept =
    union.length <= mostRanges
      ? union
      : union.sort((a, b) => lengthOf([b]) - lengthOf([a])).slice(0, mostRanges);
  return unionOf(kept).map(([from, to]) => [from, to]);
}
