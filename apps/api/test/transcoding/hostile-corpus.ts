import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { randomBytes } from 'node:crypto';

import type { FilmBench } from '../support/films.js';
import { box, fullBox, movieOf, oneTrack, u16, u32, u64 } from './mp4-boxes.js';

/** What must become of a file: one of these faults, or a finished film. */
export type Outcome = string[];

export interface HostileFile {
  name: string;
  file: string;
  /** The file's name as its sender called it. */
  sentAs?: string;
  expected: Outcome;
}

/** Where a file would reach if it could: nobody may ever call there, nor read the marker. */
export interface Lures {
  /** `http://127.0.0.1:PORT` */
  origin: string;
  /** A file outside, with a text that must appear nowhere. */
  marker: string;
}

const text = (content: string) => Buffer.from(content, 'utf8');
const notAFilm = ['not_a_film'];
const broken = ['not_a_film', 'unreadable', 'no_picture', 'too_short'];

/** Writes the corpus; no file is larger than a few hundred kilobytes. */
export function hostileCorpus(bench: FilmBench, lures: Lures): HostileFile[] {
  const made: HostileFile[] = [];
  const put = (name: string, content: Buffer, expected: Outcome, sentAs?: string) => {
    const file = path.join(bench.folder, name);
    writeFileSync(file, content);
    made.push({ name, file, expected, ...(sentAs === undefined ? {} : { sentAs }) });
  };
  const good = readFileSync(bench.film('good.mp4', { size: '320x180', seconds: 1.5 }));
  const mkv = readFileSync(bench.film('good.mkv', { size: '320x180', seconds: 3 }));
  othersInDisguise(bench, put);
  playlists(lures, put);
  brokenFilms(good, mkv, put);
  craftedHeaders(put);
  craftedIndexes(lures, put);
  legitimate(bench, good, put, made);
  return made;
}

type Put = (name: string, content: Buffer, expected: Outcome, sentAs?: string) => void;

function othersInDisguise(bench: FilmBench, put: Put): void {
  put('text.mp4', text('これは映像ではありません。\n'.repeat(200)), notAFilm);
  put('empty.mp4', Buffer.alloc(0), notAFilm);
  put('one-byte.mp4', Buffer.from([0]), notAFilm);
  put('zeros.mp4', Buffer.alloc(100_000), broken);
  put('random.mp4', randomBytes(100_000), broken);
  put(
    'jpeg.mp4',
    readFileSync(bench.make('still.jpg', '-f', 'lavfi', '-i', 'color=red:size=64x64', '-frames:v', '1')),
    notAFilm,
  );
  put(
    'png.mp4',
    readFileSync(bench.make('still.png', '-f', 'lavfi', '-i', 'color=red:size=64x64', '-frames:v', '1')),
    notAFilm,
  );
  put(
    'gif.mp4',
    readFileSync(bench.make('moving.gif', '-f', 'lavfi', '-i', 'testsrc=size=64x64:duration=2')),
    notAFilm,
  );
  put(
    'pdf.mp4',
    text('%PDF-1.7\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n%%EOF'),
    notAFilm,
  );
  put('zip.mp4', Buffer.concat([Buffer.from('504b0304', 'hex'), randomBytes(5_000)]), notAFilm);
  put('html.mp4', text('<!doctype html><script>fetch("/my")</script>'), notAFilm);
  put('svg.mp4', text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), notAFilm);
  put('elf.mp4', Buffer.concat([Buffer.from('7f454c46', 'hex'), randomBytes(5_000)]), notAFilm);
  put('script.mp4', text('#!/bin/sh\nrm -rf /\n'), notAFilm);
  put('wav.mp4', readFileSync(bench.make('tone.wav', '-f', 'lavfi', '-i', 'sine=duration=2')), notAFilm);
}

function playlists({ origin, marker }: Lures, put: Put): void {
  const hls = (uri: string) =>
    text(`#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\n${uri}\n#EXT-X-ENDLIST\n`);
  put('hls-file.m3u8', hls(`file://${marker}`), notAFilm, 'film.mp4');
  put('hls-http.m3u8', hls(`${origin}/hls.ts`), notAFilm, 'film.mp4');
  put('hls-concat.m3u8', hls(`concat:${marker}|${origin}/concat`), notAFilm);
  put(
    'hls-key.m3u8',
    text(`#EXTM3U\n#EXT-X-KEY:METHOD=AES-128,URI="${origin}/key"\n#EXTINF:1,\nfile://${marker}\n`),
    notAFilm,
  );
  put(
    'ffconcat.mp4',
    text(`ffconcat version 1.0\nfile '${marker}'\nfile '${origin}/concat.mp4'\n`),
    notAFilm,
  );
  put(
    'dash.mpd',
    text(
      `<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" mediaPresentationDuration="PT9S"><Period><BaseURL>${origin}/</BaseURL><AdaptationSet mimeType="video/mp4"><Representation id="1" bandwidth="1"><SegmentList><SegmentURL media="file://${marker}"/></SegmentList></Representation></AdaptationSet></Period></MPD>`,
    ),
    notAFilm,
  );
  put(
    'session.sdp',
    text(
      'v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=video 5004 RTP/AVP 96\na=rtpmap:96 H264/90000\n',
    ),
    notAFilm,
  );
  put(
    'smooth.ism',
    text(`<SmoothStreamingMedia><StreamIndex Url="${origin}/x"/></SmoothStreamingMedia>`),
    notAFilm,
  );
  put('image-list.jpg', text(`%03d.jpg|${marker}`), notAFilm, '%03d.jpg');
  put('subtitle.srt', text(`1\n00:00:01,000 --> 00:00:09,000\n<img src="${origin}/x.png">\n`), notAFilm);
  put('avs.avs', text(`DirectShowSource("${origin}/avs")`), notAFilm);
}

function brokenFilms(good: Buffer, mkv: Buffer, put: Put): void {
  const moov = good.indexOf('moov') - 4;
  put('header-only.mp4', good.subarray(0, 32), broken);
  put('no-index.mp4', good.subarray(0, moov), broken);
  put('half.mp4', Buffer.concat([good.subarray(0, Math.floor(moov / 2)), good.subarray(moov)]), [
    ...broken,
    'finished',
  ]);
  put('half.mkv', mkv.subarray(0, Math.floor(mkv.length / 3)), ['unreadable', 'too_short']);
  put('head.mkv', mkv.subarray(0, 120), broken);
  put(
    'ftyp-then-noise.mp4',
    Buffer.concat([box('ftyp', text('isom'), u32(512), text('isomiso2')), randomBytes(200_000)]),
    broken,
  );
  const mangled = Buffer.from(good);
  randomBytes(64).copy(mangled, moov + 40);
  put('broken-index.mp4', mangled, [...broken, 'too_long', 'finished']);
  const noise = Buffer.from(good);
  randomBytes(Math.max(0, moov - 60)).copy(noise, 56);
  put('noise-for-pictures.mp4', noise, [...broken, 'finished']);
  put(
    'ts-noise.ts',
    Buffer.concat(Array.from({ length: 200 }, () => Buffer.concat([Buffer.from([0x47]), randomBytes(187)]))),
    broken,
  );
}

function craftedHeaders(put: Put): void {
  const sized = (width: number, height: number) => movieOf({ tracks: [oneTrack({ width, height })] });
  put('one-pixel.mp4', sized(1, 1), ['no_picture', 'unreadable']);
  put('giant.mp4', sized(16_384, 16_384), ['too_large', 'no_picture']);
  put('giant-65535.mp4', sized(65_535, 65_535), ['too_large', 'no_picture']);
  put('wide.mp4', sized(12_000, 1_000), ['too_large']);
  put('megapixels.mp4', sized(8_000, 6_000), ['too_large']);
  put(
    'hundred-tracks.mp4',
    movieOf({ tracks: Array.from({ length: 100 }, (_, id) => oneTrack({ id: id + 1 })) }),
    ['too_many_tracks'],
  );
  put(
    'hundred-thousand-frames-a-second.mp4',
    movieOf({ tracks: [oneTrack({ timescale: 100_000, samples: 100_000, step: 1 })] }),
    ['unreadable'],
  );
  put('ten-hours.mp4', movieOf({ tracks: [oneTrack({ timescale: 1, samples: 2, step: 18_000 })] }), [
    'too_long',
  ]);
  put(
    'endless.mp4',
    movieOf({
      movieDuration: 0x7fffffffffffn,
      tracks: [oneTrack({ timescale: 1, samples: 1, step: 0x7fffffff })],
    }),
    ['too_long', 'unreadable'],
  );
  put(
    'negative-length.mp4',
    movieOf({ movieDuration: 0xffffffffffffffffn, tracks: [oneTrack({ samples: 1, step: 0x80000001 })] }),
    ['unreadable', 'too_long', 'too_short'],
  );
  put('no-length.mp4', movieOf({ movieDuration: 0n, tracks: [oneTrack({ samples: 0 })] }), broken);
  put(
    'encrypted.mp4',
    movieOf({
      tracks: [oneTrack({ format: 'encv' })],
      extra: [box('pssh', u32(0), randomBytes(16), u32(0))],
    }),
    ['protected'],
  );
  put('drm.mp4', movieOf({ tracks: [oneTrack({ format: 'drmi' })] }), ['protected', 'unreadable']);
}

function craftedIndexes({ origin, marker }: Lures, put: Put): void {
  put(
    'elsewhere-http.mov',
    movieOf({ tracks: [oneTrack({ reference: fullBox('url ', 0, text(`${origin}/dref.mp4\0`)) })] }),
    ['unreadable'],
  );
  put(
    'elsewhere-file.mov',
    movieOf({ tracks: [oneTrack({ reference: fullBox('url ', 0, text(`file://${marker}\0`)) })] }),
    ['unreadable'],
  );
  const alias = Buffer.concat([
    Buffer.alloc(146),
    u16(2),
    u16(marker.length),
    text(marker),
    u16(0xffff),
    u16(0),
  ]);
  put('elsewhere-alias.mov', movieOf({ tracks: [oneTrack({ reference: fullBox('alis', 0, alias) })] }), [
    'unreadable',
  ]);
  let nested = box('free');
  for (let depth = 0; depth < 20_000; depth += 1) nested = box(depth % 2 ? 'moov' : 'trak', nested);
  put('nested-boxes.mp4', Buffer.concat([box('ftyp', text('isom'), u32(512), text('isom')), nested]), broken);
  put('a-billion-samples.mp4', movieOf({ tracks: [oneTrack({ claimedSamples: 0x3fffffff })] }), [
    ...broken,
    'too_long',
  ]);
  put(
    'box-larger-than-file.mp4',
    Buffer.concat([u32(1), text('ftyp'), u64(0x7fffffffffffffffn), text('isom')]),
    broken,
  );
  put(
    'box-of-size-zero.mp4',
    Buffer.concat([box('ftyp', text('isom'), u32(512)), u32(0), text('moov'), u32(4), text('trak')]),
    broken,
  );
}

function legitimate(bench: FilmBench, good: Buffer, put: Put, made: HostileFile[]): void {
  const add = (name: string, file: string, expected: Outcome, sentAs?: string) =>
    made.push({ name, file, expected, ...(sentAs === undefined ? {} : { sentAs }) });
  add('sound-only.mp4', bench.make('sound-only.m4a', '-f', 'lavfi', '-i', 'sine=duration=2', '-c:a', 'aac'), [
    'no_picture',
  ]);
  add('short.mp4', bench.film('short.mp4', { seconds: 0.4, size: '160x120' }), ['too_short']);
  const listed = path.join(bench.folder, 'listed.m3u8');
  writeFileSync(listed, '#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n');
  const attached = ['-attach', listed, '-metadata:s:t', 'mimetype=application/x-mpegurl', '-c', 'copy'];
  add(
    'playlist-inside.mkv',
    bench.make('attached.mkv', '-i', path.join(bench.folder, 'good.mp4'), ...attached),
    ['finished'],
  );
  // what is appended never leaves: the film is encoded anew
  put('film-and-html.mp4', Buffer.concat([good, text('<script>alert(1)</script>'.repeat(50))]), ['finished']);
  put('film-and-zip.mp4', Buffer.concat([good, Buffer.from('504b0304', 'hex'), Buffer.alloc(2_000, 65)]), [
    'finished',
  ]);
  put('path.mp4', good, ['finished'], '../../../../etc/cron.d/film');
  put('turned-name.mp4', good, ['finished'], 'film\u202e4pm.exe');
  put('option-name.mp4', good, ['finished'], '-i file:/etc/passwd $(touch /tmp/x) `id`;|&.mp4');
}
