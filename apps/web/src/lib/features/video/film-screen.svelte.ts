import type { CaptionLanguage } from '@kizuna/shared/vocabulary/video';
import type { VideoView } from '@kizuna/shared/contracts/video';
import { captionsIn, captionsOf } from './caption-choice.ts';
import { videoJsPlayer } from './video-js-player.ts';
import { filmKey } from './film-keys.ts';
import {
  hasSmallWindow,
  nativePlayer,
  toggleSmallWindow,
  type FilmAddress,
  type FilmEvents,
  type FilmPlayer,
} from './film-player.ts';
import { PlayedRecord, type FilmState } from './played-record.ts';
import { askWhy, Recovery, type FilmFailure } from './recovery.ts';
import { savedChoice, saveChoice, savesData } from './saved-choice.ts';
import { abilitiesOf, wayToPlay, type WayToPlay } from './way-to-play.ts';

/** offline: continues by itself; broken: does not; unsupported: this browser cannot play any of our films. */
export type FilmProblem = 'offline' | 'broken' | 'unsupported' | null;

interface Options {
  video: () => VideoView;
  /** Start position in milliseconds. */
  startMs: number;
  speeds: readonly number[];
  /** Requests new signed addresses; resolves when `video` has them. */
  refresh: () => Promise<unknown>;
  /** Called on an event that should be recorded immediately. */
  onMoment: () => void;
}

const retryMs = 5_000;
/** After this much more film, a remedy is considered successful. */
const recoveredMs = 10_000;

/** One film on one page: its display state, the person's actions, and recovery from interruptions. */
export class FilmScreen {
  readonly #options: Options;
  readonly #record = new PlayedRecord();
  readonly #recovery = new Recovery();
  #element: HTMLVideoElement | undefined;
  #player: FilmPlayer | undefined;
  #loadingPlayer: Promise<void> | undefined;
  #way: WayToPlay = 'file';
  #startMs: number;
  #opening = true;
  #early = false;
  #mending = false;
  #plays = false;
  #lineDown = false;
  #mendedAtMs = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #gone = false;

  /** False until the scripts are running, and without JavaScript: the browser's own controls are used. */
  attached = $state(false);
  playerLoaded = $state(false);
  loading = $state(false);
  positionMs = $state(0);
  paused = $state(true);
  started = $state(false);
  problem = $state<FilmProblem>(null);
  language = $state<CaptionLanguage | null>(null);
  speed = $state(1);
  saver = $state(false);
  smallWindow = $state(false);

  constructor(options: Options) {
    this.#options = options;
    this.#startMs = options.startMs;
    this.positionMs = options.startMs;
    this.language = captionsIn(options.video(), options.video().language);
  }

  /** Takes over the <video> element of the page. */
  attach(element: HTMLVideoElement): void {
    const video = this.#options.video();
    this.#element = element;
    this.attached = true;
    this.speed = this.#options.speeds.find((rate) => String(rate) === savedChoice('speed')) ?? 1;
    this.saver = savesData();
    this.smallWindow = hasSmallWindow(element);
    const saved = savedChoice('captions');
    if (saved === 'off') this.language = null;
    else this.language = captionsIn(video, saved) ?? this.language;
    this.#way = wayToPlay(abilitiesOf(element), video.hlsUrl);
    if (this.#way === 'none') this.problem = 'unsupported';
    // the person started it before the scripts loaded: leave what already plays alone
    this.#early = !element.paused || element.currentTime > 0;
    if (this.#early) {
      this.#way = 'file';
      this.#opening = false;
      this.started = true;
      this.paused = element.paused;
      this.#plays = !element.paused;
    } else if (this.#way !== 'native') element.controls = false;
    // neither needs scripts of its own
    if (this.#way === 'native' || this.#early) void this.load();
  }

  /** Cleans up when the player leaves the page. */
  detach(): void {
    this.#gone = true;
    clearTimeout(this.#retry);
    this.#player?.dispose();
  }

  /** Loads the player if one is needed; at most once. */
  load(): Promise<void> {
    return (this.#loadingPlayer ??= this.#loadPlayer());
  }

  /** Plays. If the browser refuses, the film stays paused, with its button. */
  async play(): Promise<void> {
    if (this.problem === 'unsupported') return;
    this.#plays = true;
    this.loading = !this.playerLoaded;
    await this.load();
    this.loading = false;
    await this.#player?.play().catch(() => undefined);
  }
  async toggle(): Promise<void> {
    if (this.#element?.paused ?? true) await this.play();
    else this.#element?.pause();
  }
  /** Plays from this position in milliseconds. */
  async playFrom(ms: number): Promise<void> {
    this.seek(ms);
    if (this.paused) await this.play();
  }
  /** Seeks to this position in milliseconds; a paused film stays paused. */
  seek(ms: number): void {
    const to = Math.min(Math.max(0, ms), this.#options.video().durationMs);
    this.positionMs = to;
    if (this.#element && !this.#opening && this.#element.readyState >= 1)
      this.#element.currentTime = to / 1000;
    else this.#startMs = to;
  }
  setSpeed(rate: number): void {
    this.speed = rate;
    saveChoice('speed', String(rate));
    this.#applySpeed();
  }
  setCaptions(language: CaptionLanguage | null): void {
    this.language = language;
    saveChoice('captions', language ?? 'off');
    this.#player?.showCaptions(language);
  }
  toggleCaptions(): void {
    const next = this.language === null ? captionsOf(this.#options.video()) : null;
    if (next !== this.language) this.setCaptions(next);
  }
  setSaver(on: boolean): void {
    this.saver = on;
    saveChoice('saver', on ? 'on' : 'off');
    if (this.#player && this.#address().hls) this.#reopen();
  }
  async toggleFullscreen(): Promise<void> {
    await this.load();
    this.#player?.toggleFullscreen();
  }
  toggleSmallWindow(): void {
    if (this.#element) toggleSmallWindow(this.#element);
  }

  /** What has been played so far, for the record. */
  state(): FilmState {
    if (!this.#element) return { playedRanges: [], replayedRanges: [], positionMs: this.positionMs };
    return this.#record.read(this.#element, this.#opening || this.#element.readyState === 0);
  }

  /** Handles the keys listed in the help below the film. */
  key = (event: KeyboardEvent): void => {
    const element = this.#element;
    if (!element || this.problem === 'unsupported') return;
    const { speeds, video } = this.#options;
    filmKey(event, this, element, { speeds, durationMs: video().durationMs });
  };

  /** Event handlers for the element's attributes. */
  readonly on = {
    loadedmetadata: () => {
      const element = this.#element;
      if (!element) return;
      this.#applySpeed();
      if (this.#opening && this.#startMs > 0) element.currentTime = this.#startMs / 1000;
      this.#opening = false;
    },
    timeupdate: () => {
      const element = this.#element;
      if (!element || this.#opening) return;
      this.positionMs = element.currentTime * 1000;
      if (!element.seeking && !element.paused) this.#record.moved(element);
      if (Math.abs(this.positionMs - this.#mendedAtMs) > recoveredMs) this.#recovery.recovered();
    },
    seeking: () => this.#record.jumped(),
    seeked: () => this.started && this.#options.onMoment(),
    play: () => {
      this.#plays = true;
      this.paused = false;
      this.started = true;
      this.#applySpeed();
      this.#options.onMoment();
    },
    playing: () => {
      if (this.problem === 'offline') this.problem = null;
    },
    waiting: () => {
      if (this.#lineDown) this.problem = 'offline';
    },
    pause: () => {
      this.paused = true;
      if (!this.#opening && !this.#mending) this.#plays = false;
      this.#options.onMoment();
    },
    emptied: () => (this.paused = this.#element?.paused ?? true),
    ended: () => this.#options.onMoment(),
  };

  /** Called when the network is back. */
  online = (): void => {
    if (this.#retry !== undefined) this.#reopen();
  };

  async #loadPlayer(): Promise<void> {
    const element = this.#element;
    if (!element || this.#way === 'none') return;
    const events: FilmEvents = {
      onFailure: (failure, dead) => void this.#recover(failure, dead),
      onArrival: () => {
        this.#lineDown = false;
        if (this.problem === 'offline' && this.#retry === undefined) this.problem = null;
      },
      onKey: this.key,
    };
    const made =
      this.#way === 'native' || this.#early
        ? nativePlayer(element, events)
        : await videoJsPlayer(element, this.#way === 'vhs', events).catch(() => {
            this.#way = 'file'; // the player's scripts did not load: use the browser's own controls and the MP4
            return nativePlayer(element, events);
          });
    if (this.#gone) return made.dispose();
    this.#player = made;
    made.showCaptions(this.language);
    if (!this.#early) made.open(this.#address());
    this.playerLoaded = true;
  }

  #address(): FilmAddress {
    const { hlsUrl, hlsSmallUrl, filmUrl } = this.#options.video();
    const list = this.saver ? (hlsSmallUrl ?? hlsUrl) : hlsUrl;
    if (this.#way === 'file' || list === null) return { url: filmUrl, hls: false };
    return { url: list, hls: true };
  }

  #applySpeed(): void {
    if (!this.#element) return;
    this.#element.defaultPlaybackRate = this.speed; // a new address would reset the speed to this
    this.#element.playbackRate = this.speed;
  }

  /** Opens another address at the same position and continues. */
  #reopen(): void {
    clearTimeout(this.#retry);
    this.#retry = undefined;
    if (!this.#element || !this.#player || this.#gone) return;
    if (!this.#opening) {
      this.#record.closing(this.#element);
      this.#startMs = this.positionMs;
    }
    this.#opening = true;
    this.#player.open(this.#address());
    if (this.#plays) void this.#player.play().catch(() => undefined);
  }

  async #recover(failure: FilmFailure | 'unknown', dead: boolean): Promise<void> {
    if (this.#mending || this.#gone) return;
    this.#mending = true;
    const { url, hls } = this.#address();
    const known = failure === 'unknown' ? await askWhy(url) : failure;
    const remedy = this.#recovery.remedyFor(known, { file: !hls, online: navigator.onLine });
    this.#mendedAtMs = this.positionMs;
    if (remedy === 'wait') {
      this.#lineDown = true;
      // data already buffered keeps playing without a message
      if (dead || (this.#plays && (this.#element?.readyState ?? 0) <= 2)) this.problem = 'offline';
      if (dead) {
        this.#retry ??= setTimeout(() => this.#reopen(), retryMs);
      }
    } else if (remedy === 'broken') this.problem = 'broken';
    else {
      if (remedy === 'file') this.#way = 'file';
      else await this.#options.refresh().catch(() => undefined);
      this.#reopen();
    }
    this.#mending = false;
  }
}
