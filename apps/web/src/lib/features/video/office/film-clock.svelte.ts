/** The film's position in milliseconds, and the few things that the editor does with the film. */
export class FilmClock {
  positionMs = $state(0);
  playing = $state(false);
  #film: HTMLVideoElement | undefined;
  #frame = 0;
  #stopAtMs: number | null = null;

  /** Follows a film; returns a function that stops following. */
  follow(film: HTMLVideoElement): () => void {
    this.#film = film;
    const read = () => this.#read();
    const events = ['timeupdate', 'seeking', 'seeked', 'loadedmetadata'] as const;
    for (const name of events) film.addEventListener(name, read);
    const play = () => {
      this.playing = true;
      this.#tick();
    };
    const pause = () => {
      this.playing = false;
      cancelAnimationFrame(this.#frame);
      read();
    };
    film.addEventListener('play', play);
    film.addEventListener('pause', pause);
    return () => {
      cancelAnimationFrame(this.#frame);
      for (const name of events) film.removeEventListener(name, read);
      film.removeEventListener('play', play);
      film.removeEventListener('pause', pause);
    };
  }

  seek(ms: number): void {
    this.#stopAtMs = null;
    this.positionMs = Math.max(0, Math.round(ms));
    if (this.#film) this.#film.currentTime = this.positionMs / 1000;
  }
  toggle(): void {
    this.#stopAtMs = null;
    if (this.#film?.paused) void this.#film.play().catch(() => undefined);
    else this.#film?.pause();
  }
  /** Plays one section and stops at its end. */
  playPiece(fromMs: number, toMs: number): void {
    this.seek(fromMs);
    this.#stopAtMs = toMs;
    void this.#film?.play().catch(() => undefined);
  }

  #read(): void {
    if (this.#film) this.positionMs = Math.round(this.#film.currentTime * 1000);
  }
  /** Runs on every frame, so that a caption appears and disappears at the right tenth of a second. */
  #tick(): void {
    this.#read();
    if (this.#stopAtMs !== null && this.positionMs >= this.#stopAtMs) {
      this.#stopAtMs = null;
      this.#film?.pause();
      return;
    }
    if (this.playing) this.#frame = requestAnimationFrame(() => this.#tick());
  }
}
