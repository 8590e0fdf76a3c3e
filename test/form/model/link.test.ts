import { expect, it } from 'vitest';
import { createSession } from '../../../src/form/model/create-session.ts';
import type { Payload } from '../../../src/form/payload.ts';
import { plainReading } from '../../fixtures/plain-reading.ts';
import { feature, question, rubricOf } from '../../fixtures/small-rubric.ts';
import { Browser } from './fake-platform.ts';

const { rubric, digest } = rubricOf([feature('f', [question('f.a')])]);
const text = { source: 'bill.md', format: 'markdown', sha256: 'abc', provisions: [], struck: [], reading: plainReading } as const;
const payload: Payload = {
  ...{ version: '0.0.0', rubric, digest, key: 'k' },
  answers: { name: 'bill.answers.yaml', text: '' },
  draft: { text, suggestions: {}, link: { text: './bill.md', sha256: 'abc' } },
};

it('the answers name the draft of the page from the beginning, and again after the copy was deleted', () => {
  const session = createSession(payload, new Browser().tab().platform);
  const named = 'draft:\n  text: ./bill.md\n  sha256: abc\n';
  expect(session.state().text).toContain(named);
  expect(session.state().canUndo).toBe(false);
  session.forget();
  expect(session.state().text).toContain(named);
});

it('nothing is said to be replaced when a file is opened before anything was answered', async () => {
  const tab = new Browser().tab();
  const session = createSession(payload, tab.platform);
  const opened = session.state().text.replace('format:', '# of a colleague\nformat:');
  tab.opens = { name: 'other.answers.yaml', text: opened };
  await session.openFile();
  expect(session.state().message?.text).toBe('other.answers.yaml is open: 0 of 1 question answered.');
  session.chooseLevel('f.a', 1);
  await session.openFile();
  expect(session.state().message?.text).toMatch(/The answers that were here before are kept/);
});
