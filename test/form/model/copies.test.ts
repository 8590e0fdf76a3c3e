import { describe, expect, it } from 'vitest';
import { Browser } from './fake-platform.ts';
import { a, begin, fileWith, openedFile, settled } from './pages.ts';

describe('earlier copies', () => {
  it('bring back what waits and what is unsettled too, and are downloaded with its marks', () => {
    const browser = new Browser();
    const [one, two] = [begin(browser), begin(browser)];
    one.session.chooseLevel('h.a', 2);
    two.session.chooseLevel('h.a', 1);
    two.session.tick('f.c', 'x', true);
    two.session.chooseLevel('f.c', 3);
    two.session.setNotApplicable('f.a', '');
    two.session.startNew();
    expect(two.session.state()).toMatchObject({ conflicts: [], pending: new Map() });
    const [copy] = two.session.earlierCopies();
    if (copy) two.session.downloadCopy(copy);
    expect(two.tab.downloads[0]?.text).toContain('not finished: level 3 with the marks x');
    if (copy) two.session.bringBack(copy);
    const { pending, unexplained, conflicts } = begin(browser).session.state();
    expect(pending.get('f.c')).toMatchObject({ level: 3, marks: ['x'] });
    expect([...unexplained]).toEqual(['f.a']);
    expect(conflicts).toMatchObject([{ mine: 'level 1', theirs: 'level 2' }]);
  });

  it('say of how many questions that apply in them, not in the present answers', async () => {
    const opened = begin();
    const { applicable } = opened.session.state().result;
    opened.session.chooseLevel('f.a', 1);
    opened.session.startNew();
    opened.session.setNotApplicable('f.a', 'no such case');
    expect(opened.session.state().result.applicable).toBe(applicable - 1);
    expect(opened.session.earlierCopies()).toMatchObject([{ answered: 1, applicable }]);
  });

  it('a copy that was brought back is not said to be in its file, also after the page was closed', async () => {
    const opened = begin();
    await openedFile(opened, '  f.a: 1\n');
    opened.session.startNew();
    const [copy] = opened.session.earlierCopies();
    if (copy) opened.session.bringBack(copy);
    expect(opened.session.state()).toMatchObject({ text: fileWith('  f.a: 1\n'), keeping: { inFile: undefined } });
    expect(begin(opened.browser).session.state().keeping.inFile).toBeUndefined();
  });

  it('undo after other answers took the place brings the conflicts back', () => {
    const browser = new Browser();
    const [one, two] = [begin(browser), begin(browser)];
    one.session.chooseLevel('f.a', 2);
    two.session.chooseLevel('f.a', 1);
    two.session.startNew();
    two.session.undo();
    expect(two.session.state().conflicts).toHaveLength(1);
    expect(begin(browser).session.state().conflicts).toHaveLength(1);
  });

  it('the same answers take one place, and a page without answers takes none', () => {
    const { session } = begin();
    session.startNew();
    expect(session.earlierCopies()).toEqual([]);
    session.chooseLevel('f.a', 2);
    session.startNew();
    for (let round = 0; round < 7; round++) {
      const [copy] = session.earlierCopies();
      if (copy) session.bringBack(copy);
      session.goTo(a);
      session.startNew();
    }
    expect(session.earlierCopies().map(({ text }) => text)).toEqual([fileWith('  f.a: 2\n')]);
  });

  it('what is in a file goes before what is nowhere else', async () => {
    const opened = begin();
    const { session } = opened;
    session.chooseLevel('f.a', 2);
    for (const name of ['1', '2', '3', '4', '5', '6', '7'])
      await openedFile(opened, `  h.a: 1 # ${name}\n`, `${name}.answers.yaml`);
    const texts = session.earlierCopies().map(({ text }) => text);
    expect(texts).toHaveLength(5);
    expect(texts[0]).toBe(fileWith('  f.a: 2\n'));
  });
});

describe('a conflict that was settled', () => {
  it('is not in the copy any more, whichever answer stays', async () => {
    for (const keep of ['mine', 'theirs'] as const) {
      const opened = begin();
      const disk = await openedFile(opened, '  f.a: 1\n');
      opened.session.chooseLevel('f.a', 2);
      disk.text = fileWith('  f.a: 3\n');
      await opened.session.saveFile();
      expect(begin(opened.browser).session.state().conflicts).toHaveLength(1);
      const [conflict] = opened.session.state().conflicts;
      // The file can't be written any more: only settling writes the copy.
      disk.write = () => Promise.reject(new Error('gone'));
      if (conflict) opened.session.settleConflict(conflict, keep);
      await settled();
      expect(begin(opened.browser).session.state().conflicts).toEqual([]);
    }
  });

  it('with the other’s answer leaves no choice of one’s own waiting; undo brings it back', async () => {
    const opened = begin();
    const disk = await openedFile(opened, '  f.c: 1\n');
    opened.session.setReasons({ kind: 'question', id: 'f.c' }, 'Mine.');
    opened.session.tick('f.c', 'x', true);
    opened.session.chooseLevel('f.c', 3);
    expect(opened.session.state().pending.size).toBe(1);
    disk.text = fileWith('  f.c: { level: 2, rationale: Theirs. }\n');
    await opened.session.saveFile();
    const [conflict] = opened.session.state().conflicts;
    if (conflict) opened.session.settleConflict(conflict, 'theirs');
    expect(opened.session.state().pending.size).toBe(0);
    await settled();
    expect(disk.text).toBe(fileWith('  f.c: { level: 2, rationale: Theirs. }\n'));
    opened.session.undo();
    expect(opened.session.state().pending.size).toBe(1);
  });

  it('is not asked again after the page was closed before the file was saved', async () => {
    const opened = begin();
    const disk = await openedFile(opened, '  f.a: 1\n');
    opened.session.chooseLevel('f.a', 2);
    disk.text = fileWith('  f.a: 3\n');
    await opened.session.saveFile();
    const again = begin(opened.browser);
    const [conflict] = again.session.state().conflicts;
    if (conflict) again.session.settleConflict(conflict, 'mine');
    again.tab.chooses = disk;
    await again.session.saveFile();
    expect(again.session.state().conflicts).toEqual([]);
    expect(disk.text).toBe(fileWith('  f.a: 2\n'));
  });
});

describe('forgetting', () => {
  it('closes the panel too', async () => {
    const { session, tab } = begin();
    const text = (name: string): string => `${fileWith('  f.a: 1\n')}reviewer: { name: ${name} }\n`;
    tab.opensSeveral = ['Ann', 'Ben'].map((name) => ({ name: `${name}.yaml`, text: text(name) }));
    await session.openPanel();
    expect(session.state().panel).toBeDefined();
    session.forget();
    expect(session.state().panel).toBeUndefined();
  });

  it('that fails is said, and leaves the answers', () => {
    const { session, browser } = begin();
    session.chooseLevel('f.a', 2);
    browser.trouble = new Error('SecurityError');
    session.forget();
    expect(session.state()).toMatchObject({ text: fileWith('  f.a: 2\n'), message: { kind: 'trouble' } });
    expect(session.state().message?.text).toContain('could not be deleted (SecurityError)');
  });
});

it('the copy says at once that the file has every change', async () => {
  const opened = begin();
  opened.session.chooseLevel('f.a', 2);
  await opened.session.saveFile();
  expect(begin(opened.browser).session.state().keeping.inFile).toBe(true);
});
