/** Replaces SvelteKit's `$app/state`: what a component reads of its page. */
export const page = {
  url: new URL(location.href),
  data: { contact: { phone: '0280480808' } },
};
