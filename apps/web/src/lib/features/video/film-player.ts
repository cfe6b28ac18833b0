import { player as words } from '#lib/i18n/messages/ja/player.ts';

/** What the parts around the film may do with it. Times in seconds of the film. */
export interface FilmPlayer {
  showCaptions(shown: boolean): void;
  dispose(): void;
}

const skipSeconds = 10;
const volumeStep = 0.1;

/**
 * Dresses a <video> with video.js. Loaded on film pages only; until it is here, and without JavaScript, the browser's
 * own controls serve. Nothing is injected that the page's CSP refuses: no <style> elements, no icon font.
 */
export async function dressFilm(element: HTMLVideoElement): Promise<FilmPlayer> {
  Object.assign(window, { VIDEOJS_NO_DYNAMIC_STYLE: true });
  const { default: videojs } = await import('./video-js.ts');
  videojs.addLanguage('ja', words.vjs);
  const player = videojs(element, {
    language: 'ja',
    controls: true,
    fill: true,
    preload: 'metadata',
    experimentalSvgIcons: true,
    playbackRates: [],
    controlBar: {
      children: [
        'playToggle',
        'currentTimeDisplay',
        'progressControl',
        'durationDisplay',
        'volumePanel',
        'fullscreenToggle',
      ],
      volumePanel: { inline: false },
    },
    textTrackSettings: false,
    userActions: { hotkeys: (event: KeyboardEvent) => filmKey(element, event, () => toggleFullscreen()) },
  });
  const toggleFullscreen = () => {
    if (player.isFullscreen()) void player.exitFullscreen();
    else void player.requestFullscreen();
  };
  return {
    showCaptions: (shown) => {
      for (const track of Array.from(player.textTracks() as unknown as ArrayLike<TextTrack>))
        if (track.kind === 'captions') track.mode = shown ? 'showing' : 'hidden';
    },
    dispose: () => player.dispose(),
  };
}

/** The keys that the help below the film names. */
export function filmKey(film: HTMLVideoElement, event: KeyboardEvent, fullscreen: () => void): void {
  const act = {
    ' ': () => toggle(film),
    k: () => toggle(film),
    ArrowLeft: () => skip(film, -skipSeconds),
    ArrowRight: () => skip(film, skipSeconds),
    ArrowUp: () => louder(film, volumeStep),
    ArrowDown: () => louder(film, -volumeStep),
    f: fullscreen,
  }[event.key];
  if (!act || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  act();
}

/** Plays or stops. A refusal of the browser to play leaves the film standing, with its button. */
export function toggle(film: HTMLVideoElement): void {
  if (film.paused) void film.play().catch(() => undefined);
  else film.pause();
}

/** Moves by seconds inside the film. */
export function skip(film: HTMLVideoElement, seconds: number): void {
  const end = Number.isFinite(film.duration) ? film.duration : Infinity;
  film.currentTime = Math.min(Math.max(0, film.currentTime + seconds), end);
}

function louder(film: HTMLVideoElement, step: number): void {
  film.muted = false;
  film.volume = Math.min(1, Math.max(0, film.volume + step));
}
