// Runs the GNU parallel recipe of docs/scale.md over two hosts, each a network namespace of this machine with an SSH server, and
// compares the results with a run of one process.
//   npm run build && node bench/cluster/parallel.js [lines]      (default: 8,000; needs root, parallel, sshd, ip)
import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compass, expectEqual, makeLines, missing, report, run, scoreHere } from './compare.js';

const [lines = 8000] = process.argv.slice(2).map(Number);
const lacking = missing(['parallel', 'sshd', 'ssh', 'ssh-keygen', 'ip']);
if (lacking !== undefined || process.getuid?.() !== 0) {
  console.log(lacking ? `skipped: ${lacking} is not installed` : 'skipped: making hosts takes root');
  process.exit(0);
}

/** A network of its own between this machine and each host (RFC 5737, for documentation). */
const hosts = [1, 2].map((number) => ({
  name: `compass-${number}`,
  link: `compass${number}`,
  here: `192.0.2.${number * 4 + 1}`,
  there: `192.0.2.${number * 4 + 2}`,
}));
const folder = mkdtempSync(join(tmpdir(), 'compass-parallel-'));
const servers = [];
const made = [];
try {
  makeKeys();
  for (const host of hosts) makeHost(host);
  await compareRuns();
} catch (error) {
  // Some sandboxes forbid network namespaces.
  if (!/netns|Operation not permitted/.test(error.message)) throw error;
  console.log(`skipped: no network namespace can be made here (${error.message.trim()})`);
} finally {
  for (const server of servers) server.kill('SIGTERM');
  for (const name of made) run('ip', ['netns', 'delete', name]);
  rmSync(folder, { recursive: true, force: true });
}

function makeKeys() {
  chmodSync(folder, 0o700);
  for (const name of ['host', 'user']) run('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(folder, name)]);
  writeFileSync(join(folder, 'known'), '');
  const common = `IdentityFile ${join(folder, 'user')}\n  UserKnownHostsFile ${join(folder, 'known')}\n  StrictHostKeyChecking accept-new`;
  const entries = hosts.map(({ name, there }) => `Host ${name}\n  HostName ${there}\n  User root\n  ${common}\n`);
  writeFileSync(join(folder, 'config'), entries.join(''), { mode: 0o600 });
  mkdirSync('/run/sshd', { recursive: true });
}

function makeHost({ name, link, here, there }) {
  run('ip', ['netns', 'add', name]);
  made.push(name);
  run('ip', ['link', 'add', link, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', name]);
  run('ip', ['address', 'add', `${here}/30`, 'dev', link]);
  run('ip', ['link', 'set', link, 'up']);
  const inside = (...args) => run('ip', ['-n', name, ...args]);
  inside('address', 'add', `${there}/30`, 'dev', 'eth0');
  inside('link', 'set', 'eth0', 'up');
  inside('link', 'set', 'lo', 'up');
  const options = [`HostKey=${join(folder, 'host')}`, `AuthorizedKeysFile=${join(folder, 'user.pub')}`, `ListenAddress=${there}`];
  const settings = [...options, 'StrictModes=no', 'UsePAM=no', 'PidFile=none', 'PermitRootLogin=yes', 'MaxStartups=100'];
  const args = ['netns', 'exec', name, '/usr/sbin/sshd', '-D', '-f', '/dev/null', ...settings.flatMap((each) => ['-o', each])];
  servers.push(spawn('ip', args, { stdio: 'ignore' }));
}

async function compareRuns() {
  const [input, here, there] = ['laws.ndjson', 'here.ndjson', 'there.ndjson'].map((name) => join(folder, name));
  makeLines(input, lines);
  const alone = scoreHere(input, here);
  for (const { name } of hosts) await untilReached(name);
  const begun = performance.now();
  const logins = hosts.map(({ name }) => `2/ssh -F ${join(folder, 'config')} ${name}`).join(',');
  const command = `${compass} score - --no-config --jobs 1 --format ndjson`;
  const pipe = `parallel --pipe --block 16M --keep-order --will-cite --sshlogin '${logins}' '${command}' < ${input} > ${there}`;
  run('sh', ['-c', pipe], { env: { ...process.env, HOME: folder } });
  const seconds = (performance.now() - begun) / 1000;
  const counted = expectEqual(here, there);
  const [version] = run('parallel', ['--version']).split('\n');
  report(`${version}, two hosts`, { lines: counted, here: alone, there: seconds });
}

async function untilReached(name, tries = 50) {
  for (let left = tries; ; left--) {
    try {
      run('ssh', ['-F', join(folder, 'config'), name, 'true']);
      return;
    } catch (error) {
      if (left === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
