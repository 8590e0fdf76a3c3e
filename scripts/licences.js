// Part of `npm run check`: checks that every package in package-lock.json, on any platform, has a licence that licences.json
// allows.
import { existsSync, readFileSync } from 'node:fs';
import policy from './licences.json' with { type: 'json' };

const root = new URL('..', import.meta.url);
const { packages } = JSON.parse(readFileSync(new URL('package-lock.json', root), 'utf8'));

const shipped = new Set(policy.shipped.allowed);
const tools = new Set([...policy.shipped.allowed, ...policy.tools.allowed]);
const usedExceptions = new Set();
const problems = [];
let count = 0;

for (const [path, { license, dev, hasInstallScript }] of Object.entries(packages)) {
  if (path === '') continue;
  count += 1;
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const installed = licenceInstalled(path);
  if (installed !== undefined && installed !== license) {
    problems.push(`${name}: package-lock.json says ${license}, the package itself ${installed}`);
  }
  if (!isFree(license, dev ? tools : shipped) && !(dev && isException(name, license))) {
    problems.push(`${name}: ${license ?? 'no licence'} is not allowed ${dev ? 'for a tool' : 'in what is shipped'}`);
  }
  if (hasInstallScript && !dev) problems.push(`${name}: needs an install script, which is not allowed in what is shipped`);
}
for (const exception of policy.exceptions) {
  if (!usedExceptions.has(exception)) problems.push(`${exception.package}: this exception of licences.json is no longer needed`);
}

for (const problem of problems) process.stderr.write(`licences: ${problem}\n`);
if (problems.length === 0) process.stdout.write(`licences: ${count} packages, all allowed\n`);
process.exitCode = problems.length === 0 ? 0 : 1;

/** Whether the allowed licences satisfy an SPDX expression: any operand of an OR, every operand of an AND. */
function isFree(expression, allowed) {
  if (typeof expression !== 'string') return false;
  const text = expression.replace(/^\((.*)\)$/, '$1');
  if (text.includes(' OR ')) return text.split(' OR ').some((part) => isFree(part, allowed));
  return text.split(' AND ').every((part) => allowed.has(part));
}

function isException(name, licence) {
  const exception = policy.exceptions.find(
    (one) =>
      one.licence === licence &&
      (one.package === name || (one.package.endsWith('*') && name.startsWith(one.package.slice(0, -1)))),
  );
  usedExceptions.add(exception);
  return exception !== undefined;
}

/** The licence in the package's own package.json; undefined for a package of another platform, which is not installed. */
function licenceInstalled(path) {
  const file = new URL(`${path}/package.json`, root);
  if (!existsSync(file)) return undefined;
  const { license, licenses } = JSON.parse(readFileSync(file, 'utf8'));
  return license?.type ?? license ?? licenses?.map(({ type }) => type).join(' OR ');
}
