import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../fixtures/bundled.ts';
import { compass } from './run.ts';

const id = 'access-to-remedy.judicial';

/** An answer that was set aside because the draft is silent, and one for which the question names the case. */
async function folder(): Promise<string> {
  const cwd = await temporaryFolder();
  const text = `format: compass-answers/1
rubric: { id: ungps-compass, version: 2.0.0 }
draft: { title: A bill }
answers:
  ${id}: { notApplicable: silence }
  broad-rights.all-rights: 2
`;
  await writeFile(join(cwd, 'x.answers.yaml'), text);
  return cwd;
}

describe('an answer that was set aside though its question names no case for it', () => {
  it.each([
    ['en', 'names no case in which it does not apply', 'which can raise the score'],
    ['fr', 'ne prévoit aucun cas', 'ce qui peut relever le score'],
    ['zh', '此问题未列出任何不适用的情形', '这可能抬高得分'],
  ])('is named in the report and beside the score (%s)', async (language, ofAnswer, ofScore) => {
    const cwd = await folder();
    const report = await compass(['report', 'x.answers.yaml', '--format', 'markdown', '--language', language], { cwd });
    expect(report.stdout).toContain(ofAnswer);
    expect(report.stdout).toContain(ofScore);
    const brief = await compass(['report', 'x.answers.yaml', '--language', language], { cwd });
    expect(brief.stdout.replace(/\s+/g, language === 'zh' ? '' : ' ')).toContain(ofScore);
    expect(brief.stdout).toContain(id);
  });

  it('is listed by assess --list', async () => {
    const cwd = await folder();
    const { stdout } = await compass(['assess', 'x.answers.yaml', '--list', 'no-case'], { cwd });
    expect(stdout.replace(/\s+/g, ' ')).toContain(`${id} (not applicable, but the question names no such case)`);
    expect(stdout).toContain('1 item: 1 set aside without a case');
  });
});
