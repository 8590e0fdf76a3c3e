// Runs the Slurm recipe of docs/scale.md on a cluster of its own on this machine, one controller and two nodes, and compares the
// results with a run of one process.
//   npm run build && node bench/cluster/slurm.js [lines] [tasks]      (defaults: 8,000 and 8; needs root, slurmctld, slurmd, munge)
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { compass, expectEqual, makeLines, missing, report, run, scoreHere } from './compare.js';

const [lines = 8000, tasks = 8] = process.argv.slice(2).map(Number);
const lacking = missing(['munged', 'slurmctld', 'slurmd', 'sbatch', 'sinfo']);
if (lacking !== undefined || process.getuid?.() !== 0) {
  console.log(lacking ? `skipped: ${lacking} is not installed` : 'skipped: starting a cluster takes root');
  process.exit(0);
}

const folder = mkdtempSync(join(tmpdir(), 'compass-slurm-'));
const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin`, SLURM_CONF: join(folder, 'slurm.conf') };
const daemons = [];
try {
  await startCluster();
  await compareRuns();
} finally {
  for (const daemon of daemons.reverse()) daemon.kill('SIGTERM');
  await Promise.all(
    daemons.map((daemon) => (daemon.exitCode === null ? new Promise((end) => daemon.on('exit', end)) : undefined)),
  );
  rmSync(folder, { recursive: true, force: true });
}

async function startCluster() {
  const socket = join(folder, 'munge.socket');
  writeFileSync(join(folder, 'munge.key'), randomBytes(1024), { mode: 0o400 });
  for (const name of ['state', 'spool.one', 'spool.two']) mkdirSync(join(folder, name));
  writeFileSync(env.SLURM_CONF, configuration(socket));
  start('munged', ['--foreground', '--force', `--key-file=${join(folder, 'munge.key')}`, `--socket=${socket}`, ...mungeFiles()]);
  await until('munge', () => readdirSync(folder).includes('munge.socket'));
  start('slurmctld', ['-D', '-i', '-f', env.SLURM_CONF]);
  for (const node of ['one', 'two']) start('slurmd', ['-D', '-N', node, '-f', env.SLURM_CONF]);
  await until('the nodes', () => run('sinfo', ['--noheader', '--format=%D %t'], { env }).trim() === '2 idle');
}

function mungeFiles() {
  return ['log', 'pid', 'seed'].map((kind) => `--${kind}-file=${join(folder, `munge.${kind}`)}`);
}

function configuration(socket) {
  const node = (name, port) =>
    `NodeName=${name} NodeHostname=${hostname()} NodeAddr=127.0.0.1 Port=${port} CPUs=2 RealMemory=2000`;
  return `${[
    'ClusterName=compass',
    `SlurmctldHost=${hostname()}(127.0.0.1)`,
    'SlurmUser=root',
    'SlurmctldPort=16817',
    'AuthType=auth/munge',
    `AuthInfo=socket=${socket}`,
    `StateSaveLocation=${join(folder, 'state')}`,
    `SlurmdSpoolDir=${join(folder, 'spool.%n')}`,
    `SlurmctldPidFile=${join(folder, 'slurmctld.pid')}`,
    `SlurmdPidFile=${join(folder, 'slurmd.%n.pid')}`,
    `SlurmctldLogFile=${join(folder, 'slurmctld.log')}`,
    `SlurmdLogFile=${join(folder, 'slurmd.%n.log')}`,
    'ProctrackType=proctrack/linuxproc',
    'TaskPlugin=task/none',
    'MpiDefault=none',
    'SelectType=select/cons_tres',
    'SelectTypeParameters=CR_CPU_Memory',
    // The nodes claim this machine's processors twice.
    'SlurmdParameters=config_overrides',
    node('one', 17001),
    node('two', 17002),
    'PartitionName=all Nodes=one,two Default=YES State=UP',
  ].join('\n')}\n`;
}

async function compareRuns() {
  const [input, here, there] = ['laws.ndjson', 'here.ndjson', 'results.ndjson'].map((name) => join(folder, name));
  makeLines(input, lines);
  const alone = scoreHere(input, here);
  const begun = performance.now();
  const digits = String(tasks - 1).length;
  run('split', [`--number=l/${tasks}`, '--numeric-suffixes', `--suffix-length=${digits}`, input, 'part.'], { cwd: folder });
  const script = `part=$(printf part.%0${digits}d $SLURM_ARRAY_TASK_ID)
    ${compass} score - --no-config --jobs $SLURM_CPUS_PER_TASK --format ndjson --output results.$part < $part`;
  run('sbatch', ['--wait', `--array=0-${tasks - 1}`, '--cpus-per-task=2', '--mem=1G', '--wrap', script], { cwd: folder, env });
  run('sh', ['-c', `cat results.part.* > ${there}`], { cwd: folder });
  const seconds = (performance.now() - begun) / 1000;
  const counted = expectEqual(here, there);
  const version = run('sinfo', ['--version'], { env }).trim();
  report(`${version}, two nodes, ${tasks} tasks`, { lines: counted, here: alone, there: seconds });
}

function start(program, args) {
  const daemon = spawn(program, args, { env, stdio: ['ignore', 'ignore', 'ignore'] });
  daemons.push(daemon);
  daemon.on('exit', (code) => {
    if (code) console.error(`${program} ended with ${code}: ${logOf(program)}`);
  });
}

function logOf(program) {
  const logs = readdirSync(folder).filter((name) => name.startsWith(program) && name.endsWith('.log'));
  return logs.map((name) => readFileSync(join(folder, name), 'utf8').slice(-500)).join('\n');
}

async function until(what, holds, seconds = 30) {
  for (let left = seconds * 10; left > 0; left--) {
    try {
      if (holds()) return;
    } catch {
      // Not up yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${what} did not come up within ${seconds} s: ${logOf('slurm')}`);
}
