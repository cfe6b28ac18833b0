export type FilmFault = 'unreadable' | 'misdescribed' | 'missing' | 'not_mp4' | 'not_webvtt';

/** A folder of films that cannot be taken in: what is wrong, and with which file. */
export class UnusableFilm extends Error {
  constructor(
    readonly fault: FilmFault,
    readonly file: string,
  ) {
    super(`${file}: ${fault}`);
    this.name = 'UnusableFilm';
  }
}
