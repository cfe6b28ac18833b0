/**
 * The two versions of a film: ロングバージョン and ダイジェスト版. Each has its own address and its own watch record.
 */
export const filmVersions = ['long', 'digest'] as const;
export type FilmVersion = (typeof filmVersions)[number];

/** Who may watch: everybody without signing in, or only learners whose course includes the film. */
export const filmAudiences = ['public', 'learners'] as const;
export type FilmAudience = (typeof filmAudiences)[number];

/** A draft is visible to the office only. */
export const filmStates = ['draft', 'published'] as const;
export type FilmState = (typeof filmStates)[number];

/** States of an uploaded film: waiting for a worker, running, finished, or refused with a reason. */
export const transcodeStates = ['waiting', 'running', 'finished', 'failed'] as const;
export type TranscodeState = (typeof transcodeStates)[number];

/** The steps of a transcode in order; shown to the office while it waits. */
export const transcodeSteps = ['checking', 'loudness', 'film', 'pictures', 'storing'] as const;
export type TranscodeStep = (typeof transcodeSteps)[number];

/** Why an uploaded film was refused. Each has a text in the web's messages. */
export const transcodeFaults = [
  'not_a_film',
  'unreadable',
  'no_picture',
  'too_long',
  'too_short',
  'too_large',
  'too_many_tracks',
  'protected',
  'took_too_long',
  'no_program',
] as const;
export type TranscodeFault = (typeof transcodeFaults)[number];

/** Caption languages that the office can choose, as BCP 47 tags; やさしい日本語 is a private variant of Japanese. */
export const captionLanguages = [
  'ja',
  'ja-x-easy',
  'en',
  'zh-Hans',
  'ko',
  'vi',
  'pt',
  'fil',
  'id',
  'th',
  'es',
  'ne',
] as const;
export type CaptionLanguage = (typeof captionLanguages)[number];
