/** A part of a sprite, for one span of the film. */
export interface Thumbnail {
  fromMs: number;
  toMs: number;
  url: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

const timing = /^(?:(\d+):)?(\d\d):(\d\d)\.(\d{3})\s+-->\s+(?:(\d+):)?(\d\d):(\d\d)\.(\d{3})/;
const piece = /^(.+)#xywh=(\d+),(\d+),(\d+),(\d+)$/;

/** Parses the WebVTT of a film's thumbnails; addresses of sprites are relative to it. */
export function readThumbnails(text: string, address: string): Thumbnail[] {
  const lines = text.split(/\r?\n/);
  return lines.flatMap((line, index) => {
    const times = timing.exec(line);
    const found = piece.exec(lines[index + 1]?.trim() ?? '');
    if (!times || !found) return [];
    const [x = 0, y = 0, width = 0, height = 0] = found.slice(2).map(Number);
    const url = new URL(found[1] ?? '', address).href;
    return [
      { fromMs: instant(times.slice(1, 5)), toMs: instant(times.slice(5, 9)), url, x, y, width, height },
    ];
  });
}

/** The picture at a position; after the last span, the last picture. */
export function thumbnailAt(thumbnails: readonly Thumbnail[], ms: number): Thumbnail | undefined {
  return thumbnails.find(({ toMs }) => ms < toMs) ?? thumbnails[thumbnails.length - 1];
}

function instant([hours, minutes, seconds, thousandths]: (string | undefined)[]): number {
  return ((Number(hours ?? 0) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(thousandths);
}
