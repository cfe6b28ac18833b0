/** `training-day` → `TrainingDay`. */
export function pascal(kebab: string): string {
  return kebab.replace(/(^|-)([a-z0-9])/g, (_, __, letter: string) => letter.toUpperCase());
}

/** `training-day` → `trainingDay`. */
export function camel(kebab: string): string {
  const name = pascal(kebab);
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** `training-day` → `training_day`, for table names. */
export function snake(kebab: string): string {
  return kebab.replaceAll('-', '_');
}

/** Whether a name is valid for a module, a page or a migration. */
export function isKebab(word: string): boolean {
  return /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(word);
}
