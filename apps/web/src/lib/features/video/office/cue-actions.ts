/** What the rows of the list can do to the captions; implemented by the editor. */
export interface CueActions {
  open(key: number): void;
  write(key: number, text: string): void;
  /** `step` names the kind of change: quick repetitions of one kind are undone together */
  setFrom(key: number, ms: number, step?: string): void;
  setTo(key: number, ms: number, step?: string): void;
  /** the film's position */
  nowMs(): number;
  play(key: number): void;
  split(letter: number): void;
  merge(): void;
  remove(): void;
}
