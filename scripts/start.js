// `npm start`: prints the gap report of the bundled example, and explains how to start with a draft of your own.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { status } = spawnSync(process.execPath, ['bin/compass.js', 'score', 'examples/bill.answers.yaml'], {
  cwd: root,
  stdio: 'inherit',
});
process.stdout.write(`
That was the gap report of the bundled example, a fictional bill. A draft of
your own:

  node bin/compass.js assess my-draft.answers.yaml
      asks the questions, saves every answer
  node bin/compass.js report my-draft.answers.yaml --output my-report.docx
      writes the report

Once it is installed (npm install --global .), write compass for
node bin/compass.js, in any folder.
`);
process.exitCode = status ?? 1;
