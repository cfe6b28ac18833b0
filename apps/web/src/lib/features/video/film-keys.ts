/** What the keyboard can do with a film. */
export interface KeyedFilm {
  positionMs: number;
  speed: number;
  toggle: () => Promise<void>;
  seek: (ms: number) => void;
  setSpeed: (rate: number) => void;
  toggleCaptions: () => void;
  toggleFullscreen: () => Promise<void>;
  toggleSmallWindow: () => void;
}

const skipSeconds = 10;
const volumeStep = 0.1;
/** Keys that these controls handle themselves. */
const ownKeys: Record<string, RegExp> = {
  BUTTON: /^( |Enter)$/,
  SUMMARY: /^( |Enter)$/,
  A: /^Enter$/,
  INPUT: /./,
  SELECT: /./,
};

/** Handles the keys listed in the help below the film. They work while the film or its controls have focus. */
export function filmKey(
  event: KeyboardEvent,
  film: KeyedFilm,
  element: HTMLVideoElement,
  { speeds, durationMs }: { speeds: readonly number[]; durationMs: number },
): void {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
  const target = event.target instanceof Element ? event.target.tagName : '';
  if (ownKeys[target]?.test(event.key)) return;
  const skip = (seconds: number) => film.seek(film.positionMs + seconds * 1000);
  const faster = (steps: number) => film.setSpeed(speeds[speeds.indexOf(film.speed) + steps] ?? film.speed);
  const louder = (step: number) => {
    element.muted = false;
    element.volume = Math.min(1, Math.max(0, element.volume + step));
  };
  const acts: Record<string, (() => unknown) | undefined> = {
    ' ': () => film.toggle(),
    k: () => film.toggle(),
    ArrowLeft: () => skip(-skipSeconds),
    ArrowRight: () => skip(skipSeconds),
    ArrowUp: () => louder(volumeStep),
    ArrowDown: () => louder(-volumeStep),
    Home: () => film.seek(0),
    End: () => film.seek(durationMs),
    '<': () => faster(-1),
    '>': () => faster(1),
    m: () => (element.muted = !element.muted),
    c: () => film.toggleCaptions(),
    f: () => film.toggleFullscreen(),
    p: () => film.toggleSmallWindow(),
  };
  const act = acts[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!act) return;
  event.preventDefault();
  void act();
}
