/** What can be done to the captions from their list; the editor does it, the rows only ask. */
export interface CueActions {
  open(key: number): void;
  write(key: number, text: string): void;
  /** `step` names the kind of change: quick repeats of one kind are undone together */
  setFrom(key: number, ms: number, step?: string): void;
  setTo(key: number, ms: number, step?: string): void;
  /** the film's position */
  nowMs(): number;
  play(key: number): void;
  split(letter: number): void;
  merge(): void;
  remove(): void;
}
