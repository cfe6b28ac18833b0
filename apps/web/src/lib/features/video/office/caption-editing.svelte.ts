import { tick } from 'svelte';
import { captionsOffice as m } from '#lib/i18n/messages/ja/captions-office.ts';
import type { CaptionDraft } from './caption-draft.svelte.ts';
import type { CueActions } from './cue-actions.ts';
import type { EditorCommands } from './editor-keys.ts';
import type { FilmClock } from './film-clock.svelte.ts';

/**
 * The editor's reactions to keys and buttons: on the captions, the film and the focus, with the announcement of each.
 */
export class CaptionEditing implements EditorCommands {
  said = $state('');
  readonly actions: CueActions;

  constructor(
    private readonly draft: CaptionDraft,
    private readonly clock: FilmClock,
  ) {
    this.actions = {
      open: (key) => this.#open(key),
      write: (key, text) => draft.setText(key, text),
      setFrom: (key, ms, step) => draft.setFrom(key, ms, step),
      setTo: (key, ms, step) => draft.setTo(key, ms, step),
      nowMs: () => clock.positionMs,
      play: (key) => {
        const cue = draft.cues.find((each) => each.key === key);
        if (cue) clock.playPiece(cue.fromMs, cue.toMs);
      },
      split: (letter) => this.split(letter),
      merge: () => this.merge(),
      remove: () => this.remove(),
    };
  }

  toggle(): void {
    this.clock.toggle();
  }
  seekBy(ms: number): void {
    this.clock.seek(this.clock.positionMs + ms);
  }
  moveBy(count: number): void {
    this.draft.move(count);
    this.#showCurrent();
  }
  write(): void {
    this.#focus('-text');
  }
  leaveText(): void {
    this.#focus('');
  }
  setFrom(): void {
    const cue = this.draft.current;
    if (cue) this.draft.setFrom(cue.key, this.clock.positionMs);
    this.said = m.done.set;
  }
  setTo(): void {
    const cue = this.draft.current;
    if (cue) this.draft.setTo(cue.key, this.clock.positionMs);
    this.said = m.done.set;
  }
  nudgeFrom(ms: number): void {
    const cue = this.draft.current;
    if (cue) this.draft.setFrom(cue.key, cue.fromMs + ms, 'nudge-from');
  }
  nudgeTo(ms: number): void {
    const cue = this.draft.current;
    if (cue) this.draft.setTo(cue.key, cue.toMs + ms, 'nudge-to');
  }
  split(letter = 0): void {
    this.draft.split(this.clock.positionMs, letter);
    this.#after(m.done.split, '');
  }
  merge(): void {
    this.draft.merge();
    this.#after(m.done.merge, '');
  }
  insert(): void {
    this.draft.insert(this.clock.positionMs);
    this.#after(m.done.insert, '-text');
  }
  remove(): void {
    this.draft.remove();
    this.#after(m.done.remove, '');
  }
  undo(): void {
    this.draft.undo();
    this.said = m.done.undo;
  }
  redo(): void {
    this.draft.redo();
    this.said = m.done.redo;
  }
  /** Opens the next caption with a fault or warning, after the one that is open. */
  nextFault(): void {
    const { faults, index, cues } = this.draft;
    const next = faults.find((fault) => fault.index > index) ?? faults[0];
    const key = next && cues[next.index]?.key;
    if (key !== undefined) this.#open(key);
    this.#focus('');
  }

  #open(key: number): void {
    this.draft.select(key);
    this.#showCurrent(false);
  }
  #showCurrent(focus = true): void {
    const cue = this.draft.current;
    if (cue && !this.clock.playing) this.clock.seek(cue.fromMs);
    if (focus) this.#focus('');
  }
  #after(said: string, part: '' | '-text'): void {
    this.said = said;
    this.#focus(part);
  }
  #focus(part: '' | '-text'): void {
    void tick().then(() => document.getElementById(`cue-${this.draft.selected}${part}`)?.focus());
  }
}
