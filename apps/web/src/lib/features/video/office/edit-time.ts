/** Formats milliseconds as a time in the editor, 「1:05.2」; hundredths are shown if they are not zero. */
export function editTime(ms: number): string {
  const hours = Math.floor(ms / 3_600_000);
  const minutes = Math.floor(ms / 60_000) % 60;
  const seconds = Math.floor(ms / 1000) % 60;
  const rest = String(ms % 1000)
    .padStart(3, '0')
    .replace(/0{1,2}$/, '');
  const two = (value: number) => String(value).padStart(2, '0');
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(seconds)}.${rest}`;
}
