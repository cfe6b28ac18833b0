/** The commands that the keys of the caption editor trigger. */
export interface EditorCommands {
  toggle(): void;
  seekBy(ms: number): void;
  moveBy(count: number): void;
  write(): void;
  leaveText(): void;
  setFrom(): void;
  setTo(): void;
  nudgeFrom(ms: number): void;
  nudgeTo(ms: number): void;
  split(): void;
  merge(): void;
  insert(): void;
  remove(): void;
  undo(): void;
  redo(): void;
}

const second = 1_000;
const tenth = 100;

const plainKeys: Record<string, (does: EditorCommands) => void> = {
  ' ': (does) => does.toggle(),
  ArrowLeft: (does) => does.seekBy(-second),
  ArrowRight: (does) => does.seekBy(second),
  ArrowUp: (does) => does.moveBy(-1),
  ArrowDown: (does) => does.moveBy(1),
  Enter: (does) => does.write(),
  i: (does) => does.setFrom(),
  o: (does) => does.setTo(),
  z: (does) => does.nudgeFrom(-tenth),
  x: (does) => does.nudgeFrom(tenth),
  c: (does) => does.nudgeTo(-tenth),
  v: (does) => does.nudgeTo(tenth),
  s: (does) => does.split(),
  m: (does) => does.merge(),
  n: (does) => does.insert(),
  Delete: (does) => does.remove(),
};
const controlKeys: Record<string, (does: EditorCommands) => void> = {
  z: (does) => does.undo(),
  y: (does) => does.redo(),
};

/**
 * Runs the command for a key. Only keys pressed inside the editor arrive here, so single letters do not affect the rest
 * of the page; while text is typed or converted (IME), keys only type.
 */
export function editorKey(event: KeyboardEvent, does: EditorCommands): void {
  const target = event.target as HTMLElement;
  if (event.isComposing || event.altKey || event.metaKey) return;
  const act = target.matches('textarea, input, select')
    ? inText(event)
    : event.ctrlKey
      ? controlKeys[event.key.toLowerCase()]
      : keysOf(target)[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!act) return;
  event.preventDefault();
  act(does);
}

function inText(event: KeyboardEvent) {
  if (event.key === 'Escape') return (does: EditorCommands) => does.leaveText();
  if (event.key === 'Enter' && event.ctrlKey) return (does: EditorCommands) => does.toggle();
  return undefined;
}

/** A button keeps the keys that press it; a button in the rows of the list passes them to the film and the text. */
function keysOf(target: HTMLElement): typeof plainKeys {
  if (!target.closest('button, a, summary') || target.closest('[data-cue-row]')) return plainKeys;
  const { ' ': _space, Enter: _enter, ...others } = plainKeys;
  return others;
}
