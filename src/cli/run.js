import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/*
 * The door to every command. Plain JavaScript without dependencies: it runs on a machine that has
 * only Node and npm, installs what is missing, and hands over to the TypeScript behind it.
 */

const OLDEST_NODE = [20, 19];
const root = fileURLToPath(new URL('../../', import.meta.url));

requireNode();
installWhatIsMissing();
handOver();

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  console.error(
    `This project needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}.\n` +
      'Install a newer one from nodejs.org, then run the command again.',
  );
  process.exit(2);
}

function installWhatIsMissing() {
  if (isInstalled()) return;
  console.error('Installing what is missing (npm ci) …');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  console.error('npm ci failed. Check the connection to the npm registry, then run it again.');
  process.exit(1);
}

/** Every required package of the lock file is there in its version. */
function isInstalled() {
  const installed = packagesOf('node_modules/.package-lock.json');
  return Object.entries(packagesOf('package-lock.json')).every(
    ([path, { version, optional }]) =>
      path === '' || optional || installed[path]?.version === version,
  );
}

/**
 * @typedef {{ version?: string, optional?: boolean }} Package
 * @param {string} file
 * @returns {Record<string, Package>}
 */
function packagesOf(file) {
  const path = root + file;
  if (!existsSync(path)) return {};
  /** @type {{ packages: Record<string, Package> }} */
  // eslint-disable-next-line @typescript-eslint/no-unsafe-assignment -- typed by the line above
  const lock = JSON.parse(readFileSync(path, 'utf8'));
  return lock.packages;
}

function handOver() {
  const main = ['--import', 'tsx', 'src/cli/main.ts', ...process.argv.slice(2)];
  const child = spawn(process.execPath, main, { cwd: root, stdio: 'inherit' });
  // The child decides how to end; a second signal from us would only hurry it.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.on(signal, () => child.kill(signal));
  }
  child.on('exit', (code) => process.exit(code ?? 1));
}
