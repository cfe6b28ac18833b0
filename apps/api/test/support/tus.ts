import http from 'node:http';

/** Upload-Metadata of a file. */
export function uploadMetadata(fileName: string, purpose: string): string {
  const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64');
  return `filename ${base64(fileName)},purpose ${base64(purpose)}`;
}

export interface TusAnswer {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: Record<string, unknown>;
}

/** A tus request over a real socket. With `cutAfter` the socket is destroyed when so many bytes of the body are sent. */
export function tusRequest(
  origin: string,
  method: string,
  path: string,
  options: { token: string; headers?: Record<string, string>; body?: Buffer; cutAfter?: number },
): Promise<TusAnswer | 'cut'> {
  return new Promise((resolve, reject) => {
    const request = http.request(`${origin}${path}`, {
      method,
      agent: false,
      headers: {
        cookie: `kizuna_sid=${options.token}`,
        'tus-resumable': '1.0.0',
        ...(options.body
          ? {
              'content-type': 'application/offset+octet-stream',
              'content-length': String(options.body.length),
            }
          : {}),
        ...options.headers,
      },
    });
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {},
        });
      });
    });
    request.on('error', (error) => (options.cutAfter === undefined ? reject(error) : resolve('cut')));
    if (options.body && options.cutAfter !== undefined) {
      request.write(options.body.subarray(0, options.cutAfter), () =>
        setTimeout(() => request.destroy(), 60),
      );
    } else request.end(options.body);
  });
}
