import { expect, it } from 'vitest';
import { readAnswersText } from '../../src/answers/answers-text.ts';
import { htmlReport, reportName, sourceOf } from '../../src/form/report.ts';
import { begin, fileWith, openedFile, prepared } from './model/pages.ts';

const page = { prepared, payload: { version: '0.0.0' }, client: undefined };

/** A page with a choice that waits and a reason that is missing. */
async function unfinished() {
  const opened = begin();
  const disk = await openedFile(opened, '  f.a: 1\n  h.a: 2\n');
  opened.session.tick('f.c', 'x', true);
  opened.session.chooseLevel('f.c', 3);
  opened.session.setNotApplicable('h.a', '');
  return { ...opened, disk };
}

it('the report of a page with something unfinished is that of the saved file', async () => {
  const { session, disk } = await unfinished();
  const html = await htmlReport(sourceOf(session.state(), page));
  expect(html).toContain('not finished');
  await session.saveFile();
  const { assessment } = readAnswersText(disk.text, disk.name, prepared);
  expect(html).toBe(await htmlReport({ ...page, assessment, fileName: disk.name }));
});

it('a panel has what is unfinished in the page as the saved file has it', async () => {
  const { session, tab } = await unfinished();
  tab.opensSeveral = [{ name: 'Ben.yaml', text: `${fileWith('  f.a: 1\n')}reviewer: { name: Ben }\n` }];
  await session.openPanel();
  const own = session.state().panel?.members[0]?.assessment.answers;
  expect([own?.get('f.c')?.review, own?.get('h.a')?.review]).toEqual([
    expect.stringContaining('not finished: level 3'),
    expect.stringContaining('not finished'),
  ]);
});

it('a report is called after the answers file, whichever its format', () => {
  const names = ['bill.answers.yaml', 'bill.answers.json', 'bill.yml', 'Bill.JSON', 'bill'];
  expect(names.map(reportName)).toEqual(['bill', 'bill', 'bill', 'Bill', 'bill']);
});
