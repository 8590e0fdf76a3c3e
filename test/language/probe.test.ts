import { writeFileSync, cpSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'vitest';
import { root, temporaryFolder } from '../fixtures/bundled.ts';
import { greekAnswers, greekDraft } from '../fixtures/greek.ts';
import { pseudoRoot } from '../fixtures/pseudo.ts';
import { compass } from '../cli/run.ts';
it('probe', async () => {
  const { path, remove } = await pseudoRoot();
  const cwd = await temporaryFolder();
  for (const f of ['bill.answers.yaml','bill-v2.answers.yaml','eu-dsa.answers.yaml']) writeFileSync(join(cwd,f), greekAnswers(f));
  for (const f of ['bill.md','bill-v2.md']) writeFileSync(join(cwd,f), greekDraft(f));
  let out = '';
  for (const args of [['score','bill.answers.yaml'],['report','bill.answers.yaml'],['score','bill.answers.yaml','--explain'],['score','.','--robustness'],['compare','bill.answers.yaml','bill-v2.answers.yaml'],['compare','bill.answers.yaml','eu-dsa.answers.yaml'],['evidence','check','bill.answers.yaml'],['evidence','find','access-to-remedy.judicial','--draft','bill.md'],['evidence','outline','bill.md'],['evidence','rebase','bill.answers.yaml','--draft','bill-v2.md','--dry-run'],['rubric','show'],['rubric','list'],['rubric','lint'],['panel',join(root,'test/fixtures/panel')],['config'],['--help'],['score','--help'],['config','--help'],['evidence','--help'],['help','formats'],['score','--nope'],['scoree'],['report','a','b','c'],['evidence','outline'],['score','--format'],['score','nothere'],['score','bill.md'],['report','bill.answers.yaml','-f','html'],['init','x']]) {
    const r = await compass([...args,'--language','en-XA'], { cwd, root: path });
    out += `\n##### ${args.join(' ')} -> ${r.code}\n${r.stdout}\n--- stderr\n${r.stderr}`;
  }
  writeFileSync('/tmp/probe.txt', out);
  let ar=''; for (const args of [['score','bill.answers.yaml'],['report','bill.answers.yaml'],['score','--nope'],['score','bill.md']]) { const r = await compass([...args,'--language','ar-XB'], { cwd, root: path }); ar += r.stdout + r.stderr; }
  writeFileSync('/tmp/probe-ar.txt', ar);
  remove();
}, 60000);
