import autocannon from 'autocannon';

export interface Load {
  origin: string;
  /** Requests, used in turn. */
  requests: { method?: 'GET' | 'POST'; path: string; headers?: Record<string, string>; body?: string }[];
  connections: number;
  seconds: number;
  /** Requests per second over all connections; if omitted, as many as possible. */
  rate?: number;
  /** Ends the load early. */
  until?: Promise<unknown>;
}

export interface Measured {
  /** Number of responses. */
  answers: number;
  perSecond: number;
  p95: number;
  p99: number;
  /** Responses outside 2xx, timeouts and broken connections. */
  errors: number;
}

/** Sends load to a server on this machine and measures it. Latencies in milliseconds. */
export async function sendLoad(load: Load): Promise<Measured> {
  const options = {
    url: load.origin,
    connections: load.connections,
    duration: load.seconds,
    requests: load.requests.map((request) => ({ method: 'GET' as const, ...request })),
    ...(load.rate ? { overallRate: load.rate } : {}),
  };
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const running = autocannon(options, (error: unknown, measured) =>
      error ? reject(error as Error) : resolve(measured),
    );
    const end = () => (running as unknown as { stop: () => void }).stop();
    void load.until?.then(end, end);
  });
  return {
    answers: result.requests.total,
    perSecond: result.requests.total / result.duration,
    // autocannon reports no p95; p97.5 is stricter
    p95: result.latency.p97_5,
    p99: result.latency.p99,
    errors: result.non2xx + result.errors + result.timeouts,
  };
}
