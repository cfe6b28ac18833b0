/**
 * A form that asks one question a page and shows all answers on a last page, `check`. The API stores the answers of each
 * page and says which page is next.
 */
export interface SteppedForm<Step extends string> {
  /** the pages in order, without the last one */
  steps: readonly Step[];
  labels: Readonly<Record<Step | 'check', string>>;
  /** the address below which the pages are */
  base: string;
  /** the links back: to what comes before the form, to the page `check`, and to the page before */
  back: { start: { href: string; label: string }; toCheck: string; toStep: (label: string) => string };
}

/** The address of a page. */
export function pageHref<Step extends string>(form: SteppedForm<Step>, page: Step | 'check'): string {
  return `${form.base}/${page}`;
}

/** The address at which an answer is changed; from there one comes back to the page `check`. */
export function changeHref<Step extends string>(form: SteppedForm<Step>, step: Step): string {
  return `${pageHref(form, step)}?from=check`;
}

/** The page on which a form continues. */
export function continueHref<Step extends string>(form: SteppedForm<Step>, nextStep: Step | null): string {
  return pageHref(form, nextStep ?? 'check');
}

/** Where one goes after saving a page: the same one while it still lacks something, else the next, or back to `check`. */
export function hrefAfter<Step extends string>(
  form: SteppedForm<Step>,
  step: Step,
  nextStep: Step | null,
  fromCheck: boolean,
): string {
  if (nextStep === step) return pageHref(form, step);
  const after = form.steps[form.steps.indexOf(step) + 1];
  return fromCheck || after === undefined ? continueHref(form, nextStep) : pageHref(form, after);
}

/** The link back of a page: to `check` if the person came from there, otherwise to the page before. */
export function backOf<Step extends string>(
  form: SteppedForm<Step>,
  page: Step | 'check',
  fromCheck: boolean,
): { href: string; label: string } {
  if (fromCheck) return { href: pageHref(form, 'check'), label: form.back.toCheck };
  const before = page === 'check' ? form.steps.at(-1) : form.steps[form.steps.indexOf(page) - 1];
  if (before === undefined) return form.back.start;
  return { href: pageHref(form, before), label: form.back.toStep(form.labels[before]) };
}
