/** The longest time a process may take to finish its work in progress, in milliseconds. */
const STOP_MS = 10_000;

/**
 * Shuts this process down in order when requested, or when the launcher that started it is gone: their channel closes
 * with the launcher, however it died. So no process outlives a killed `npm start`.
 * @param stop finishes work in progress; cut off after ten seconds.
 */
export function endWithParent(stop: () => Promise<void>): void {
  let stopping = false;
  const end = () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), STOP_MS).unref();
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  if (process.connected) process.on('disconnect', end);
}

/** Reports to the launcher that this process is ready. */
export function reportReady(): void {
  process.send?.('ready');
}
