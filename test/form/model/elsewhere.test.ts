import { describe, expect, it } from 'vitest';
import { Browser } from './fake-platform.ts';
import { a, begin, openedFile } from './pages.ts';

const texts = { law: 'Courts Act', at: 'sec. 12' };

describe('what is typed of other law before its level', () => {
  it('is in the browser’s copy, and can be undone', () => {
    const { session, browser } = begin();
    session.setElsewhere('f.a', undefined, texts);
    session.flush();
    expect(begin(browser).session.state().elsewhere).toEqual(new Map([['f.a', texts]]));
    session.undo();
    expect(session.state().elsewhere.size).toBe(0);
  });

  it('is in the answers once a level is chosen, and waits again once that is taken back', () => {
    const { session } = begin();
    session.setElsewhere('f.a', undefined, texts);
    session.setElsewhere('f.a', { level: 3, ...texts }, texts);
    expect(session.state().assessment.answers.get('f.a')?.elsewhere).toEqual({ level: 3, ...texts });
    expect(session.state().elsewhere.size).toBe(0);
    session.setElsewhere('f.a', undefined, texts);
    expect(session.state().assessment.answers.get('f.a')?.elsewhere).toBeUndefined();
    expect(session.state().elsewhere.get('f.a')).toEqual(texts);
    session.clear(a);
    expect(session.state().elsewhere.size).toBe(0);
  });

  it('waits no more once all of it is deleted', () => {
    const { session } = begin();
    session.setElsewhere('f.a', undefined, texts);
    session.setElsewhere('f.a', undefined, {});
    expect(session.state().elsewhere.size).toBe(0);
  });

  it('is a mark for review in the file, which does not have every change', async () => {
    const opened = begin();
    const disk = await openedFile(opened, '  f.a: 1\n');
    opened.session.setElsewhere('f.a', undefined, texts);
    await opened.session.saveFile();
    expect(disk.text).toContain('not finished: other law in force without a level (Courts Act, sec. 12)');
    expect(opened.session.state().keeping.inFile).toBe(false);
    expect(opened.session.state().message?.text).toContain('1 answer is not finished');
  });

  it('comes from another tab, and stays if that one types about another question', () => {
    const browser = new Browser();
    const [one, two] = [begin(browser), begin(browser)];
    one.session.setElsewhere('f.a', undefined, texts);
    two.session.setElsewhere('h.a', undefined, { note: 'Theirs.' });
    for (let round = 0; round < 3; round++) for (const { tab } of [one, two]) tab.wait();
    for (const { session } of [one, two])
      expect([...session.state().elsewhere].sort()).toEqual([
        ['f.a', texts],
        ['h.a', { note: 'Theirs.' }],
      ]);
  });

  it('is kept with the answers that others replace', () => {
    const { session } = begin();
    session.setElsewhere('f.a', undefined, texts);
    session.startNew();
    expect(session.state().elsewhere.size).toBe(0);
    const [copy] = session.earlierCopies();
    expect(copy?.text).toContain('Courts Act');
    if (copy) session.bringBack(copy);
    expect(session.state().elsewhere.get('f.a')).toEqual(texts);
  });
});
