import type { NameConfirmationBody } from '@kizuna/shared/contracts/completion.name-confirmation';
import type { ErrorCode } from '@kizuna/shared/errors/index';
import type { NameChoice, NameConfirmationState } from '@kizuna/shared/vocabulary/completion';

/** The latest answer about a person's name. */
export interface SaidOfName {
  registeredName: string;
  printedName: string;
  choice: NameChoice;
}

/** The whole name in a printable form, with the replacements made. */
export interface NameForm {
  name: string;
  character: string;
  instead: string;
}

/** More than a person can compare; a name with two such characters multiplies its forms. */
const mostForms = 24;

/**
 * The state of the confirmation for the name registered today. An answer counts only for the name it refers to:
 * changing the registered name requires a new confirmation, unless it is changed to the form that was agreed to.
 */
export function nameStateOf(registeredName: string, said: SaidOfName | null): NameConfirmationState {
  if (said === null) return 'unconfirmed';
  if (said.choice === 'wrong') return said.registeredName === registeredName ? 'wrong' : 'unconfirmed';
  if (said.printedName === registeredName) return said.choice === 'brush' ? 'brush' : 'confirmed';
  return said.choice === 'other_form' && said.registeredName === registeredName
    ? 'form_agreed'
    : 'unconfirmed';
}

/**
 * The name in every printable form, if some of its characters cannot be printed.
 * @param alternatives the printable replacements for each such character; one without any leaves no form at all
 */
export function formsOf(
  name: string,
  alternatives: readonly { character: string; choices: readonly string[] }[],
): NameForm[] {
  if (alternatives.length === 0) return [];
  const letters = [...new Intl.Segmenter('ja', { granularity: 'grapheme' }).segment(name)].map(
    (s) => s.segment,
  );
  let forms: ReadonlyMap<string, string>[] = [new Map()];
  for (const { character, choices } of alternatives)
    forms = forms
      .flatMap((form) => choices.map((choice) => new Map([...form, [character, choice]])))
      .slice(0, mostForms);
  return forms.map((form) => ({
    name: letters.map((letter) => form.get(letter) ?? letter).join(''),
    character: [...form.keys()].join('、'),
    instead: [...form.values()].join('、'),
  }));
}

/** What would be recorded, or why not. */
export type SaidDecision =
  { ok: true; said: SaidOfName } | { ok: false; code: ErrorCode; field: string; characters?: string };

/** Whether this answer is allowed for the registered name. */
export function decideSaid(
  body: Pick<NameConfirmationBody, 'name' | 'choice' | 'printedName' | 'note'>,
  facts: { name: string; undrawable: readonly string[]; forms: readonly NameForm[] },
): SaidDecision {
  const refuse = (code: ErrorCode, field = 'choice') => ({ ok: false as const, code, field });
  if (body.name !== facts.name) return refuse('completion.name_changed_since_shown', 'name');
  if (body.choice === 'wrong' && !body.note) return refuse('completion.name_note_required', 'note');
  if (body.choice === 'as_registered' && facts.undrawable.length > 0)
    return { ...refuse('completion.name_not_drawable'), characters: facts.undrawable.join('、') };
  const agreed = facts.forms.find((form) => form.name === body.printedName);
  if (body.choice === 'other_form' && !agreed) return refuse('completion.name_form_required', 'printedName');
  const printedName = body.choice === 'other_form' ? agreed!.name : facts.name;
  return { ok: true, said: { registeredName: facts.name, printedName, choice: body.choice } };
}
