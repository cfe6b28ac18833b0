type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** The person's input in one control: text, choice, or tick. */
function stateOf(control: Control): string | boolean {
  if (control instanceof HTMLInputElement && /^(checkbox|radio)$/.test(control.type)) return control.checked;
  return control.value;
}

function isTouched(control: Control): boolean {
  if (control instanceof HTMLTextAreaElement) return control.value !== control.defaultValue;
  if (control instanceof HTMLSelectElement) {
    const given = [...control.options].findIndex((option) => option.defaultSelected);
    return control.selectedIndex !== Math.max(given, 0);
  }
  if (control.type === 'hidden' || control.type === 'file') return false;
  return control.value !== control.defaultValue || control.checked !== control.defaultChecked;
}

/**
 * Remembers what was typed, chosen, ticked and opened before the scripts ran: on a slow tablet people are faster than
 * the script, and hydration resets every control and disclosure to what the server sent.
 * @returns restores what hydration has reset and notifies the controls; call it once the page is mounted
 */
export function noteDoneEarly(page: Document): () => void {
  const noted = [...page.querySelectorAll<Control>('input, textarea, select')]
    .filter(isTouched)
    .map((control) => ({ control, state: stateOf(control) }));
  // any of these that differs after hydration was opened or closed by hand: the script starts from what the server sent
  const disclosures = [...page.querySelectorAll('details')].map((details) => ({
    details,
    open: details.open,
  }));
  return () => {
    for (const { details, open } of disclosures) if (details.open !== open) details.open = open;
    for (const { control, state } of noted) {
      if (!control.isConnected || stateOf(control) === state) continue;
      if (typeof state === 'string') control.value = state;
      else (control as HTMLInputElement).checked = state;
      control.dispatchEvent(new Event('input', { bubbles: true }));
      control.dispatchEvent(new Event('change', { bubbles: true }));
    }
  };
}
