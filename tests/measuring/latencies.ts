import autocannon from 'autocannon';

/** Requests for addresses in turn, by somebody who is signed in. */
export interface LatencyLoad {
  origin: string;
  cookie: string;
  addresses: readonly string[];
  connections: number;
  /** How many requests, unless the time ends before. */
  requests: number;
  /** The time for them; a few answers are waited for even where they take longer. */
  seconds: number;
}

export interface Latencies {
  /** In milliseconds, of every answer. */
  times: number[];
  /** Responses outside 2xx, timeouts and broken connections. */
  errors: number;
}

const fewest = 3;

/** How long a number of requests take at low load. */
export async function measureLatencies(load: LatencyLoad): Promise<Latencies> {
  const times: number[] = [];
  const headers = { cookie: load.cookie };
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const options = {
      url: load.origin,
      connections: load.connections,
      amount: load.requests,
      timeout: 60,
      requests: load.addresses.map((path) => ({ method: 'GET' as const, path, headers })),
    };
    const running = autocannon(options, (error: unknown, measured) =>
      error ? reject(error as Error) : resolve(measured),
    );
    const until = performance.now() + load.seconds * 1000;
    running.on('response', (_client, _status, _bytes, milliseconds) => {
      times.push(milliseconds);
      if (performance.now() >= until && times.length >= fewest)
        (running as unknown as { stop: () => void }).stop();
    });
  });
  return { times, errors: result.non2xx + result.errors + result.timeouts };
}

/** The 95th percentile, exactly. */
export function p95Of(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1] ?? Number.NaN;
}
