import { endedAt, mergeCues, newCueAt, splitCue, startedAt } from '@kizuna/shared/rules/caption-edits';
import { faultsOf, type CaptionFault } from '@kizuna/shared/rules/caption-faults';
import type { Cue } from '@kizuna/shared/rules/captions';

/** A caption in the editor; its key never changes. */
export interface DraftCue extends Cue {
  key: number;
}
interface Moment {
  cues: DraftCue[];
  selected: number | null;
}

const rememberedSteps = 200;
const sameStepMs = 1_500;

/** The captions being edited, sorted by time, with undo. Pure: saving and local storage are up to the page. */
export class CaptionDraft {
  cues = $state.raw<DraftCue[]>([]);
  selected = $state<number | null>(null);
  canUndo = $state(false);
  canRedo = $state(false);
  readonly durationMs: number | null;
  #past: Moment[] = [];
  #future: Moment[] = [];
  #last = { step: '', at: 0 };
  #nextKey = 1;
  readonly #faults = $derived.by(() => faultsOf(this.cues, this.durationMs));

  constructor(cues: readonly Cue[], durationMs: number | null) {
    this.durationMs = durationMs;
    this.cues = this.#keyed(cues);
    this.selected = this.cues[0]?.key ?? null;
  }

  get faults(): readonly CaptionFault[] {
    return this.#faults;
  }
  get index(): number {
    return this.cues.findIndex((cue) => cue.key === this.selected);
  }
  get current(): DraftCue | undefined {
    return this.cues[this.index];
  }
  /** The captions without the editor's own fields. */
  get plain(): Cue[] {
    return this.cues.map(({ fromMs, toMs, text }) => ({ fromMs, toMs, text }));
  }

  /** The caption that the film shows at a time. */
  at(ms: number): DraftCue | undefined {
    return this.cues.find((cue) => cue.fromMs <= ms && cue.toMs > ms);
  }
  select(key: number | null): void {
    this.selected = key;
  }
  /** Selects the caption before or after; stops at the ends. */
  move(by: number): void {
    const next = this.cues[Math.min(Math.max(0, this.index + by), this.cues.length - 1)];
    this.selected = next?.key ?? null;
  }

  setText(key: number, text: string): void {
    this.#change((cue) => (cue.key === key ? { ...cue, text } : cue), `text${key}`);
  }
  setFrom(key: number, ms: number, step = 'from'): void {
    this.#change((cue) => (cue.key === key ? startedAt(cue, ms, this.durationMs) : cue), `${step}${key}`);
  }
  setTo(key: number, ms: number, step = 'to'): void {
    this.#change((cue) => (cue.key === key ? endedAt(cue, ms, this.durationMs) : cue), `${step}${key}`);
  }
  split(atMs: number, letter: number): void {
    const cue = this.current;
    if (!cue) return;
    const [first, second] = splitCue(cue, atMs, letter);
    this.#replace(
      this.cues.flatMap((each) => (each === cue ? [{ ...first, key: cue.key }, this.#key(second)] : [each])),
    );
  }
  merge(): void {
    const [cue, next] = [this.current, this.cues[this.index + 1]];
    if (!cue || !next) return;
    const one = { ...mergeCues(cue, next), key: cue.key };
    this.#replace(this.cues.flatMap((each) => (each === cue ? [one] : each === next ? [] : [each])));
  }
  insert(atMs: number): void {
    const cue = this.#key(newCueAt(this.cues, atMs, this.durationMs));
    this.#replace([...this.cues, cue], cue.key);
  }
  remove(): void {
    const { index } = this;
    if (index < 0) return;
    const rest = this.cues.toSpliced(index, 1);
    this.#replace(rest, rest[Math.min(index, rest.length - 1)]?.key ?? null);
  }
  /** Replaces all captions; can be undone. */
  load(cues: readonly Cue[]): void {
    const keyed = this.#keyed(cues);
    this.#replace(keyed, keyed[0]?.key ?? null);
  }
  undo(): void {
    this.#step(this.#past, this.#future);
  }
  redo(): void {
    this.#step(this.#future, this.#past);
  }

  /** One change to single captions; changes of the same kind in quick succession are one undo step. */
  #change(edit: (cue: DraftCue) => DraftCue, step: string): void {
    const now = performance.now();
    const isSame = step === this.#last.step && now - this.#last.at < sameStepMs;
    this.#set(this.cues.map(edit), this.selected, !isSame);
    this.#last = { step, at: now };
  }
  #replace(cues: DraftCue[], selected = this.selected): void {
    this.#set(cues, selected, true);
    this.#last = { step: '', at: 0 };
  }
  #set(cues: DraftCue[], selected: number | null, remember: boolean): void {
    if (remember) this.#past = [...this.#past, this.#now()].slice(-rememberedSteps);
    this.#future = [];
    this.cues = cues.toSorted((a, b) => a.fromMs - b.fromMs || a.toMs - b.toMs);
    this.selected = selected;
    this.#look();
  }
  #step(from: Moment[], to: Moment[]): void {
    const moment = from.pop();
    if (!moment) return;
    to.push(this.#now());
    this.cues = moment.cues;
    this.selected = moment.selected;
    this.#last = { step: '', at: 0 };
    this.#look();
  }
  #now(): Moment {
    return { cues: this.cues, selected: this.selected };
  }
  #look(): void {
    this.canUndo = this.#past.length > 0;
    this.canRedo = this.#future.length > 0;
  }
  #key(cue: Cue): DraftCue {
    return { ...cue, key: this.#nextKey++ };
  }
  #keyed(cues: readonly Cue[]): DraftCue[] {
    return cues.map((cue) => this.#key(cue));
  }
}
