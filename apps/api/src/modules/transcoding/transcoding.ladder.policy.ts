/** One step of the ladder. */
export interface Rung {
  /** Name of its files, by the shorter side: `720p`. */
  name: string;
  width: number;
  height: number;
  /** Maximum video bit rate, in kbit/s. */
  maxKbps: number;
}

/** How a rung is encoded. */
export interface Quality {
  crf: number;
  preset: string;
  /** Seconds between two key frames; must divide `segmentSeconds`. */
  keyFrameSeconds: number;
  audioKbps: { mono: number; stereo: number };
}

/** Quick enough for two cores; the difference to slower presets is size, not looks. */
const filmed: Quality = {
  crf: 23,
  preset: 'veryfast',
  keyFrameSeconds: 2,
  audioKbps: { mono: 64, stereo: 96 },
};

/** Flat colours and still pictures look the same with half the bits; key frames are most of what they cost. */
const drawn: Quality = { ...filmed, crf: 28, keyFrameSeconds: 6, audioKbps: { mono: 48, stereo: 96 } };

/** Bits per second and pixel, sound included: 0.1 to 0.2 for drawings and slides, 1 to 8 for what a camera records. */
const mostBitsOfDrawings = 0.25;

/** How a film is encoded: a source with few bits is drawn or shows slides, and stays small. */
export function qualityFor(source: {
  width: number;
  height: number;
  durationMs: number;
  sizeBytes: number;
}): Quality {
  const bitsPerSecond = (source.sizeBytes * 8_000) / source.durationMs;
  return bitsPerSecond <= mostBitsOfDrawings * source.width * source.height ? drawn : filmed;
}

/** Length of a segment in seconds. Each segment begins with a key frame, so all renditions are cut at the same times. */
export const segmentSeconds = 6;

const shortSides = [360, 540, 720];
const longestSide = 1920;

/** The rungs for a film at its display size, smallest first: never above the source, even sizes, portrait as well. */
export function ladderFor(width: number, height: number): Rung[] {
  const short = Math.min(width, height);
  const own = Math.min(short, 720);
  const below = shortSides.filter((side) => side <= own);
  const top = below.at(-1) ?? 0;
  // a source between two rungs uses its own size for the last one
  const sides = own >= top * 1.1 ? [...below, own] : below;
  const rungs = sides.map((side) => {
    const scale = Math.min(side / short, longestSide / Math.max(width, height));
    const rung = { width: even(width * scale), height: even(height * scale) };
    return { name: `${even(side)}p`, ...rung, maxKbps: rateFor(rung.width * rung.height) };
  });
  // very wide pictures give the same size for several rungs
  return rungs.filter((rung, index) => rungs.findIndex(({ width: same }) => same === rung.width) === index);
}

function even(length: number): number {
  return Math.max(2, Math.round(length / 2) * 2);
}

/** About 2.6 Mbit/s for 1280 × 720, and less than proportionally for smaller pictures. */
function rateFor(pixels: number): number {
  return Math.max(200, Math.round((2_600 * Math.pow(pixels / 921_600, 0.8)) / 10) * 10);
}

/** Bits per second and the codecs string of a finished rung, for the master playlist. */
export interface FinishedRung extends Rung {
  peakBitsPerSecond: number;
  averageBitsPerSecond: number;
  codecs: string;
  frameRate: number;
}

/**
 * The master playlist, written here because ffmpeg 4.1 leaves it empty. Names are relative, so that one signed address
 * covers all files.
 */
export function masterPlaylist(rungs: readonly FinishedRung[]): string {
  const lines = rungs.flatMap((rung) => [
    `#EXT-X-STREAM-INF:BANDWIDTH=${rung.peakBitsPerSecond},AVERAGE-BANDWIDTH=${rung.averageBitsPerSecond},` +
      `RESOLUTION=${rung.width}x${rung.height},CODECS="${rung.codecs}",FRAME-RATE=${rung.frameRate.toFixed(3)}`,
    `${rung.name}.m3u8`,
  ]);
  return ['#EXTM3U', '#EXT-X-VERSION:4', '#EXT-X-INDEPENDENT-SEGMENTS', ...lines, ''].join('\n');
}

/** The segments named by a media playlist, with their length in seconds. */
export function segmentsOf(playlist: string): { name: string; seconds: number }[] {
  const lines = playlist.split('\n').map((line) => line.trim());
  return lines.flatMap((line, index) => {
    const seconds = /^#EXTINF:([\d.]+)/.exec(line)?.[1];
    const name = lines.slice(index + 1).find((next) => next !== '' && !next.startsWith('#'));
    return seconds !== undefined && name !== undefined ? [{ name, seconds: Number(seconds) }] : [];
  });
}

/** The RFC 6381 name of the encoded stream. */
export function codecsOf(profile: string | undefined, level: number | undefined, hasSound: boolean): string {
  const profiles: Record<string, string> = { High: '6400', Main: '4d40', 'Constrained Baseline': '42e0' };
  const picture = `avc1.${profiles[profile ?? ''] ?? '6400'}${(level ?? 31).toString(16).padStart(2, '0')}`;
  return hasSound ? `${picture},mp4a.40.2` : picture;
}

/** The layout of the pictures for the thumbnail track. */
export interface Sprite {
  columns: number;
  rows: number;
  tileWidth: number;
  tileHeight: number;
  /** Seconds between two pictures. */
  every: number;
  count: number;
}

const mostTiles = 100;
const tileLongSide = 160;

/** The sprite layout: at most a hundred pictures, at least two seconds apart, in one sprite. */
export function spriteFor(durationMs: number, width: number, height: number): Sprite {
  const every = Math.max(2, Math.ceil(durationMs / 1000 / mostTiles));
  const count = Math.max(1, Math.ceil(durationMs / 1000 / every));
  const columns = Math.min(10, count);
  const scale = tileLongSide / Math.max(width, height);
  return {
    columns,
    rows: Math.ceil(count / columns),
    tileWidth: even(width * scale),
    tileHeight: even(height * scale),
    every,
    count,
  };
}

/** WebVTT whose cues refer to regions of the sprite. */
export function thumbnailTrack(sprite: Sprite, durationMs: number, image: string): string {
  const cues = Array.from({ length: sprite.count }, (_, index) => {
    const from = index * sprite.every * 1000;
    const to = Math.min(durationMs, from + sprite.every * 1000);
    const x = (index % sprite.columns) * sprite.tileWidth;
    const y = Math.floor(index / sprite.columns) * sprite.tileHeight;
    return `${stamp(from)} --> ${stamp(to)}\n${image}#xywh=${x},${y},${sprite.tileWidth},${sprite.tileHeight}\n`;
  });
  return `WEBVTT\n\n${cues.join('\n')}`;
}

function stamp(ms: number): string {
  const part = (value: number, digits: number) => String(Math.floor(value)).padStart(digits, '0');
  return `${part(ms / 3_600_000, 2)}:${part((ms / 60_000) % 60, 2)}:${part((ms / 1000) % 60, 2)}.${part(ms % 1000, 3)}`;
}
