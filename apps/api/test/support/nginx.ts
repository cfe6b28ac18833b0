import { spawn, spawnSync } from 'node:child_process';
import {
  accessSync,
  constants,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The sample of infra/deploy/nginx, as an operator would adapt it. Addresses are `host:port`. */
export interface ProxySettings {
  application: string;
  /** The directory of the blobs; with `store` it is not read. */
  blobs: string;
  /** The S3-compatible store, where one is used. */
  store?: string;
  /** Ask the application for every piece (X-Accel-Redirect alone): to measure what asking once a minute saves. */
  askAlways?: boolean;
  /** Serve the blobs a second time, on another port and to everybody: what measurements compare with. */
  plain?: boolean;
}

export interface RunningNginx {
  origin: string;
  /** The same files without any question, where `plain` was asked for. */
  plainOrigin: string;
  stop(): Promise<void>;
}

const samples = path.join(import.meta.dirname, '../../../../infra/deploy/nginx');

/** nginx on the PATH or where Debian puts it; null where the machine has none. */
export function findNginx(): string | null {
  const folders = [...(process.env['PATH'] ?? '').split(path.delimiter), '/usr/sbin', '/usr/local/sbin'];
  return folders.map((folder) => path.join(folder, 'nginx')).find(isExecutable) ?? null;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Every file of the sample by its name, with the lines changed that are marked CHANGE. */
export function adaptedSample(settings: ProxySettings, port: number, work: string): Map<string, string> {
  const changes: [string, RegExp, string][] = [
    ['kizuna.conf', /server 127\.0\.0\.1:3000;/, `server ${settings.application};`],
    ['kizuna.conf', /proxy_cache_path \S+/, `proxy_cache_path ${work}/cache`],
    ['kizuna.conf', /listen 443 ssl http2;/, `listen 127.0.0.1:${port};`],
    ['kizuna.conf', /\n *ssl_certificate \S+;/, ''],
    ['kizuna.conf', /\n *ssl_certificate_key \S+;/, ''],
    ['kizuna.conf', /server_name \S+;/, 'server_name localhost;'],
    ['media-directory.conf', /alias \/srv\/kizuna\/data\/blobs\/\$/, `alias ${settings.blobs}/$`],
    ['media-directory.conf', /alias \/srv\/kizuna\/data\/blobs\/;/, `alias ${settings.blobs}/;`],
    ...storeChanges(settings.store),
    ...(settings.askAlways ? askingAlways : []),
  ];
  const names = readdirSync(samples).filter((name) => name.endsWith('.conf'));
  const texts = new Map(names.map((name) => [name, readFileSync(path.join(samples, name), 'utf8')]));
  for (const [name, from, to] of changes) {
    const text = texts.get(name) ?? '';
    if (!from.test(text)) throw new Error(`${name} has no line ${from.source}`);
    texts.set(
      name,
      text.replace(from, () => to),
    );
  }
  return texts;
}

function storeChanges(store: string | undefined): [string, RegExp, string][] {
  if (store === undefined) return [];
  return [
    ['kizuna.conf', /include kizuna\/media-directory\.conf;/, 'include kizuna/media-s3.conf;'],
    ['media-s3.conf', /proxy_pass http:\/\/127\.0\.0\.1:9000\/;/, `proxy_pass http://${store}/;`],
    ['media-s3.conf', /Host 127\.0\.0\.1:9000;/, `Host ${store};`],
  ];
}

/** Takes the location away that asks once a minute; the other one, for every other address, stays. */
const askingAlways: [string, RegExp, string][] = [
  ['media-directory.conf', /\nlocation ~ "[^"]+" \{[\s\S]+?\n\}\n/, '\n'],
  ['media-directory.conf', /\nlocation = \/_ticket \{[\s\S]+?\n\}\n/, '\n'],
];

/**
 * Starts nginx with the sample on a free port of this machine.
 * @throws Error with what nginx says where it does not start
 */
export async function startNginx(settings: ProxySettings): Promise<RunningNginx> {
  const program = findNginx();
  if (!program) throw new Error('there is no nginx on this machine (Debian: apt-get install nginx-light)');
  const work = mkdtempSync(path.join(tmpdir(), 'kizuna-nginx-'));
  const [port, plainPort] = [await freePort(), await freePort()];
  mkdirSync(path.join(work, 'kizuna'));
  for (const [name, text] of adaptedSample(settings, port, work)) {
    writeFileSync(path.join(work, 'kizuna', name), text);
  }
  const configuration = path.join(work, 'nginx.conf');
  writeFileSync(
    configuration,
    mainConfiguration(work, settings.plain ? plainServer(plainPort, settings.blobs) : ''),
  );
  const args = ['-p', work, '-c', configuration, '-e', path.join(work, 'error.log')];
  const check = spawnSync(program, [...args, '-t'], { encoding: 'utf8' });
  if (check.status !== 0) throw new Error(`nginx refuses the sample:\n${check.stderr}`);
  const child = spawn(program, args, { stdio: 'ignore' });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const origin = `http://127.0.0.1:${port}`;
  await untilAnswer(`${origin}/_blobs/`);
  return {
    origin,
    plainOrigin: `http://127.0.0.1:${plainPort}`,
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
      rmSync(work, { recursive: true, force: true });
    },
  };
}

function plainServer(port: number, blobs: string): string {
  return `server { listen 127.0.0.1:${port}; sendfile on; tcp_nopush on; root ${blobs}; }`;
}

function mainConfiguration(work: string, more: string): string {
  const bodies = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  return `${user}
daemon off; worker_processes 1; pid ${work}/nginx.pid;
events { worker_connections 512; }
http {
  access_log off;
  ${bodies.map((name) => `${name}_temp_path ${work}/${name};`).join(' ')}
  include kizuna/kizuna.conf;
  ${more}
}
`;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Any answer will do: the port is open. */
async function untilAnswer(address: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    try {
      await (await fetch(address)).arrayBuffer();
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  throw new Error(`${address} did not answer`);
}
