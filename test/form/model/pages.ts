import { createSession } from '../../../src/form/model/create-session.ts';
import type { Session } from '../../../src/form/model/session.ts';
import type { Payload } from '../../../src/form/payload.ts';
import { feature, flag, question, rubricOf } from '../../fixtures/small-rubric.ts';
import { Browser, Disk, type Tab } from './fake-platform.ts';

const mark = (id: string) => ({ id, text: `Says ${id}.`, gap: `Say ${id}.` });

export const prepared = rubricOf(
  [
    feature('f', [question('f.a'), question('f.c', { marks: [mark('x'), mark('y'), mark('z')], need: { 1: 1, 2: 2, 3: 3 } })]),
    feature('h', [question('h.a')]),
  ],
  { flags: [flag('g')] },
);

export const head = `format: compass-answers/1\nrubric: { id: ${prepared.rubric.id}, version: ${prepared.rubric.version} }\n`;
export const fileWith = (lines: string): string => `${head}answers:\n${lines}`;
export const a = { kind: 'question', id: 'f.a' } as const;
export const c = { kind: 'question', id: 'f.c' } as const;

/** A page that is open in a tab. */
export interface Opened {
  readonly session: Session;
  readonly tab: Tab;
  readonly browser: Browser;
}

export function begin(browser = new Browser(), text = '', more: Partial<Payload> = {}): Opened {
  const tab = browser.tab();
  const answers = { name: 'bill.answers.yaml', text };
  const { rubric, digest } = prepared;
  return { session: createSession({ version: '0.0.0', rubric, digest, key: 'k', answers, ...more }, tab.platform), tab, browser };
}

/** A file that a page has open. */
export async function openedFile({ session, tab }: Opened, lines: string, name = 'bill.answers.yaml'): Promise<Disk> {
  const disk = new Disk(name, fileWith(lines));
  tab.opens = { name, text: disk.text, handle: disk };
  await session.openFile();
  return disk;
}

/** What was begun without waiting for it has ended. */
export function settled(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
