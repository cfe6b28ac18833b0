import { error } from '@sveltejs/kit';
import { messageOf } from './form-helper.ts';

/** The page of a stepped form that the address names; the error page when there is none. */
export function stepOf<Step extends string>(steps: readonly Step[], word: string): Step {
  const step = steps.find((each) => each === word);
  if (!step) error(404, { message: messageOf('platform.not_found') });
  return step;
}

/** Whether an answer of a complete form is being changed, so that one goes back to the page `check`. */
export function cameFromCheck(url: URL, draft: { nextStep: string | null }): boolean {
  return url.searchParams.get('from') === 'check' && draft.nextStep === null;
}
