import { expect, it } from 'vitest';
import type { Step } from '../../../src/core/rubric.ts';
import { homesOf, keyOf } from '../../../src/form/view/place.ts';
import { feature, flag, question, rubricOf } from '../../fixtures/small-rubric.ts';
import { Browser } from './fake-platform.ts';
import { begin, openedFile } from './pages.ts';

// Ids differ within one kind only: a question and a guiding question may share one, and so may a feature and a red flag.
const step: Step = { id: 'f', title: 'Step', questions: [{ id: 'f.a', text: 'What is done?', help: '', was: [] }] } as never;
const prepared = rubricOf([feature('f', [question('f.a')]), feature('h', [question('h.a')])], {
  steps: [step],
  flags: [flag('h')],
});
const more = { rubric: prepared.rubric, digest: prepared.digest };
const open = (browser = new Browser()) => begin(browser, '', more);

it('a question on a step with the id of a question is kept in the text, the copy and the file', async () => {
  const opened = open();
  opened.tab.chooses = 'download';
  opened.session.setStatus('f.a', 'addressed');
  opened.session.chooseLevel('f.a', 3);
  for (const { session } of [opened, open(opened.browser)]) {
    expect(session.state().assessment.steps.get('f.a')?.status).toBe('addressed');
    expect(session.state().assessment.answers.get('f.a')?.level).toBe(3);
    expect(session.state().text).toContain('addressed');
  }
  await opened.session.saveFile();
  expect(opened.tab.downloads[0]?.text).toContain('addressed');
});

it('another tab’s answer to one of two with the same id leaves one’s own answer to the other alone', () => {
  const browser = new Browser();
  const [one, two] = [open(browser), open(browser)];
  one.session.setStatus('f.a', 'addressed');
  two.session.chooseLevel('f.a', 3);
  one.tab.wait();
  two.tab.wait();
  for (const { session } of [one, two]) {
    expect(session.state().conflicts).toEqual([]);
    expect(session.state().assessment.steps.get('f.a')?.status).toBe('addressed');
    expect(session.state().assessment.answers.get('f.a')?.level).toBe(3);
  }
  expect(two.session.state().message?.text).toContain('s1.1');
});

it('a feature that the file sets aside is merged although a red flag has its id, and called by its own name', async () => {
  const opened = open();
  const disk = await openedFile(opened, '  f.a: 1\n');
  opened.session.setReasons({ kind: 'question', id: 'f.a' }, 'Because.');
  disk.text = disk.text.replace('answers:', 'features:\n  h: { notApplicable: None. }\nanswers:');
  await opened.session.saveFile();
  expect(opened.session.state().assessment.features.get('h')).toEqual({ notApplicable: 'None.' });
  expect(opened.session.state().message?.text).toContain('feature 2');
});

it('each is shown with its own number and text', () => {
  const homes = homesOf(prepared);
  const [guiding, asked] = (['guiding', 'question'] as const).map((kind) => homes.get(keyOf({ kind, id: 'f.a' })));
  expect(guiding).toMatchObject({ name: 's1.1', text: 'What is done?' });
  expect(asked).toMatchObject({ name: '1.1', text: question('f.a').text });
});
