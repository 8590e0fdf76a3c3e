import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswers } from '../../../src/answers/read.ts';
import { openAnswers } from '../../../src/answers/store.ts';
import { createSession } from '../../../src/form/model/create-session.ts';
import type { Session } from '../../../src/form/model/session.ts';
import type { Payload } from '../../../src/form/payload.ts';
import { feature, flag, question, rubricOf } from '../../fixtures/small-rubric.ts';
import { Browser, Disk, type Tab } from './fake-platform.ts';

const mark = (id: string) => ({ id, text: `Says ${id}.`, gap: `Say ${id}.` });
const prepared = rubricOf(
  [
    feature('f', [
      question('f.a'),
      question('f.b', { when: { question: 'f.a', atLeast: 2 } }),
      question('f.c', { marks: [mark('x'), mark('y'), mark('z')], need: { 1: 1, 2: 2, 3: 3 } }),
    ]),
  ],
  { flags: [flag('g')] },
);
const payload: Payload = {
  version: '0.0.0',
  rubric: prepared.rubric,
  digest: prepared.digest,
  key: 'k',
  answers: { name: 'bill.answers.yaml', text: '' },
};
const head = `format: compass-answers/1\nrubric: { id: ${prepared.rubric.id}, version: ${prepared.rubric.version} }\n`;
const fileWith = (lines: string): string => `${head}answers:\n${lines}`;
const a = { kind: 'question', id: 'f.a' } as const;

function begin(browser = new Browser(), text = ''): { session: Session; tab: Tab; browser: Browser } {
  const tab = browser.tab();
  return { session: createSession({ ...payload, answers: { ...payload.answers, text } }, tab.platform), tab, browser };
}

describe('answering', () => {
  it('a level, reasons and evidence are in the text at once', () => {
    const { session } = begin();
    session.chooseLevel('f.a', 2);
    session.setReasons(a, ' Because. ');
    session.setEvidence(a, [{ at: 'art. 1', quote: 'words' }, {}]);
    session.setConfidence('f.a', 'high');
    expect(session.state().text).toBe(
      fileWith(
        '  f.a:\n    level: 2\n    rationale: Because.\n    evidence:\n      - at: art. 1\n        quote: words\n    confidence: high\n',
      ),
    );
    expect(session.state().result.answered).toBe(1);
  });

  it('a level that needs more marks than are ticked waits, and says what it lacks', () => {
    const { session } = begin();
    session.chooseLevel('f.c', 3);
    expect(session.state().assessment.answers.get('f.c')).toMatchObject({ level: 3 });
    session.tick('f.c', 'z', true);
    expect(session.state().assessment.answers.get('f.c')?.marks).toBeUndefined();
    expect(session.state().pending.get('f.c')).toMatchObject({
      level: 3,
      marks: ['z'],
      allows: 1,
      lacks: { need: 3, ticked: 1 },
    });
    session.tick('f.c', 'x', true);
    session.chooseLevel('f.c', 2);
    expect(session.state().pending.size).toBe(0);
    expect(session.state().assessment.answers.get('f.c')).toMatchObject({ level: 2, marks: ['x', 'z'] });
  });

  it('marks may be ticked before the level, and left open again', () => {
    const { session } = begin();
    session.tick('f.c', 'y', true);
    expect(session.state().assessment.answers.get('f.c')).toMatchObject({ level: null, marks: ['y'] });
    session.chooseLevel('f.c', 3);
    session.leaveMarksOpen('f.c');
    expect(session.state().pending.size).toBe(0);
    expect(session.state().assessment.answers.get('f.c')).toEqual({ level: 3, notApplicable: null, evidence: [] });
  });

  it('a question that does not apply waits for its reason, also after the page was closed', async () => {
    const { session, tab, browser } = begin();
    session.chooseLevel('f.a', 2);
    session.setNotApplicable('f.a', '');
    expect(session.state().assessment.answers.get('f.a')?.level).toBe(2);
    expect([...begin(browser).session.state().unexplained]).toEqual(['f.a']);
    await session.saveFile();
    expect(tab.downloads[0]?.text).toContain('review: "not finished: does not apply, but the reason is missing"');
    session.setNotApplicable('f.a', 'No companies.');
    expect(session.state().unexplained.size).toBe(0);
    expect(session.state().text).toContain('notApplicable: No companies.');
    session.setNotApplicable('f.a', '');
    expect(session.state().result.answered).toBe(0);
    expect(() => readAnswers(session.state().text, 'x', prepared)).not.toThrow();
    session.chooseLevel('f.a', 1);
    expect(session.state().unexplained.size).toBe(0);
  });

  it('what other law in force gives is saved beside the level, and taken away', () => {
    const { session } = begin();
    session.chooseLevel('f.a', 1);
    session.setElsewhere('f.a', { level: 3, law: 'Courts Act' });
    expect(session.state().result.inContext?.score).toBe(100);
    session.setElsewhere('f.a', undefined);
    expect(session.state().text).toBe(fileWith('  f.a: 1\n'));
  });

  it('a mark for review is set with its reason, and taken away', () => {
    const { session } = begin();
    session.setReview(a, undefined);
    expect(session.state().text).toBe(head);
    session.setReview(a, 'ask the ministry');
    expect(session.state().standings.find(({ item }) => item.id === 'f.a')?.why).toEqual(['open', 'review']);
    session.setReview(a, '');
    expect(session.state().standings.find(({ item }) => item.id === 'f.a')?.why).toEqual(['open']);
  });
});

describe('the way through', () => {
  it('goes to the next item that the filter shows, and leaves out what a condition rules out', () => {
    const { session } = begin();
    expect(session.state().at.id).toBe('f.a');
    session.chooseLevel('f.a', 1);
    session.move(1);
    expect(session.state().at.id).toBe('f.c');
    session.setFilter('flagged');
    session.move(1);
    expect(session.state().at.id).toBe('f.c');
    session.setPresent('g', true);
    session.move(1);
    expect(session.state().at).toEqual({ kind: 'flag', id: 'g' });
    session.setFilter('all');
    session.move(-1);
    expect(session.state().at.id).toBe('f.c');
  });
});

describe('undo', () => {
  it('takes back one act at a time, typing as a whole, and leaves the text as it was', () => {
    const { session } = begin();
    session.chooseLevel('f.a', 2);
    for (const typed of ['B', 'Be', 'Bec']) session.setReasons(a, typed);
    session.undo();
    expect(session.state().assessment.answers.get('f.a')?.rationale).toBeUndefined();
    session.undo();
    expect(session.state()).toMatchObject({ text: head, canUndo: false });
    session.redo();
    session.redo();
    expect(session.state().assessment.answers.get('f.a')).toMatchObject({ level: 2, rationale: 'Bec' });
    expect(session.state().canRedo).toBe(false);
  });

  it('does not take back what another tab answered', () => {
    const browser = new Browser();
    const [one, two] = [begin(browser), begin(browser)];
    one.session.chooseLevel('f.a', 1);
    two.session.setPresent('g', true);
    two.tab.wait();
    one.session.undo();
    expect(one.session.state().assessment.flags.get('g')?.present).toBe(true);
  });
});

describe('the copy in the browser', () => {
  it('is written at once, and the next page goes on with it where the reviewer was', () => {
    const { session, browser } = begin();
    session.chooseLevel('f.c', 3);
    session.tick('f.c', 'x', true);
    session.goTo({ kind: 'flag', id: 'g' });
    expect(session.state().keeping.browser).toBe('saved');
    const again = begin(browser).session.state();
    expect(again.at.id).toBe('g');
    expect(again.pending.get('f.c')).toMatchObject({ level: 3, marks: ['x'] });
    expect(again.text).toBe(session.state().text);
  });

  it('has what is typed soon after, or at once when the page is hidden', () => {
    for (const hide of [true, false]) {
      const { session, tab, browser } = begin();
      session.setReasons(a, 'Because');
      expect(session.state().keeping.browser).toBe('saving');
      if (hide) session.flush();
      else tab.wait();
      expect(session.state().keeping.browser).toBe('saved');
      expect(begin(browser).session.state().text).toContain('rationale: Because');
    }
  });

  it('remembers whether the file has every change', async () => {
    const { session, browser } = begin();
    session.chooseLevel('f.a', 2);
    await session.saveFile();
    session.goTo(a);
    expect(begin(browser).session.state().keeping.inFile).toBe(true);
    session.chooseLevel('f.a', 1);
    expect(begin(browser).session.state().keeping.inFile).not.toBe(true);
  });

  it('a storage that is full or forbidden is said before the first answer, and once; later it is saved after all', () => {
    const browser = new Browser();
    browser.trouble = new Error('QuotaExceeded');
    const { session, tab } = begin(browser);
    tab.wait();
    expect(session.state()).toMatchObject({ keeping: { browser: 'failed' }, message: { kind: 'trouble' } });
    expect(session.state().message?.text).toContain('QuotaExceeded');
    session.dismissMessage();
    session.chooseLevel('f.a', 1);
    tab.wait();
    expect(session.state()).toMatchObject({ keeping: { browser: 'failed' }, message: undefined });
    browser.trouble = undefined;
    session.chooseLevel('f.a', 2);
    tab.wait();
    expect(session.state().keeping.browser).toBe('saved');
  });

  it('a copy that can not be read is set aside, never overwritten', () => {
    const browser = new Browser();
    browser.text = '{ broken';
    const { session } = begin(browser);
    expect(browser.aside).toEqual(['{ broken']);
    expect(session.state().message?.kind).toBe('trouble');
  });

  it('beginning anew keeps the former answers as an earlier copy', () => {
    const { session, tab, browser } = begin();
    session.chooseLevel('f.a', 2);
    session.startNew();
    expect(session.state().text).toBe(head);
    expect(begin(browser).session.state().text).toBe(head);
    const [copy] = session.earlierCopies();
    const text = fileWith('  f.a: 2\n');
    expect(copy).toMatchObject({ name: 'bill.answers.yaml', text, title: undefined, answered: 1 });
    if (copy) session.downloadCopy(copy);
    expect(tab.downloads).toEqual([{ name: 'bill.answers.yaml', text }]);
    session.chooseLevel('f.c', 0);
    if (copy) session.bringBack(copy);
    expect(session.state()).toMatchObject({ text, keeping: { inFile: undefined } });
    session.undo();
    expect(session.state().text).toBe(fileWith('  f.c: 0\n'));
  });

  it('forgetting deletes it', () => {
    const { session, tab, browser } = begin();
    session.chooseLevel('f.a', 2);
    tab.wait();
    session.forget();
    expect(browser.text).toBeUndefined();
    expect(session.state().text).toBe(head);
  });
});

describe('two tabs', () => {
  it('merge their answers, and say so', () => {
    const browser = new Browser();
    const [one, two] = [begin(browser), begin(browser)];
    one.session.chooseLevel('f.a', 2);
    two.session.setPresent('g', true);
    one.tab.wait();
    expect(two.session.state().message?.text).toContain('1 answer: 1.1');
    two.tab.wait();
    expect(two.session.state().text).toBe(one.session.state().text);
    expect(one.session.state().assessment.flags.get('g')?.present).toBe(true);
    expect(one.session.state().assessment.answers.get('f.a')?.level).toBe(2);
  });

  it('ask whose answer to keep if both changed one; nothing is lost meanwhile', () => {
    const browser = new Browser();
    const [one, two] = [begin(browser), begin(browser)];
    one.session.chooseLevel('f.a', 2);
    two.session.chooseLevel('f.a', 1);
    one.tab.wait();
    const [conflict] = two.session.state().conflicts;
    expect(conflict).toMatchObject({ from: 'tab', id: 'f.a', mine: 'level 1', theirs: 'level 2' });
    two.tab.wait();
    expect(begin(browser).session.state().conflicts).toHaveLength(1);
    if (conflict) two.session.settleConflict(conflict, 'mine');
    two.tab.wait();
    expect(one.session.state().text).toBe(fileWith('  f.a: 1\n'));
    expect(two.session.state().conflicts).toEqual([]);
  });

  it('whatever the order of acts and news, an entry that one tab answered keeps its last value, and both tabs end with one text', () => {
    const act = fc.record({ tab: fc.nat(1), what: fc.constantFrom('f.a', 'f.c', 'g', 'wait'), value: fc.nat(2) });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
        const browser = new Browser();
        const tabs = [begin(browser), begin(browser)] as const;
        for (const { tab: index, what, value } of acts) {
          const { session, tab } = tabs[index === 0 ? 0 : 1];
          if (what === 'wait') tab.wait();
          else if (what === 'g') session.setPresent('g', value > 0);
          else session.chooseLevel(what, value);
        }
        for (let round = 0; round < 4; round++) for (const { tab } of tabs) tab.wait();
        const [one, two] = [tabs[0].session.state(), tabs[1].session.state()];
        expect(one.text).toBe(two.text);
        expect(begin(browser).session.state().text).toBe(two.text);
        for (const id of ['f.a', 'f.c']) {
          const own = acts.filter(({ what }) => what === id);
          const [last] = own.slice(-1);
          if (last && own.every(({ tab }) => tab === last.tab)) expect(one.assessment.answers.get(id)?.level).toBe(last.value);
        }
      }),
    );
  });
});

describe('files', () => {
  it('the saved file is the one that assess writes for the same answers', async () => {
    const { session, tab } = begin();
    session.setPresent('g', true);
    session.setEvidence(a, [{ at: 'art. 1' }]);
    session.chooseLevel('f.a', 2);
    session.setReasons(a, 'Because.');
    session.setDraft({ title: 'A bill' });
    await session.saveFile();
    const folder = await mkdtemp(join(tmpdir(), 'compass-'));
    const store = await openAnswers(join(folder, 'x.answers.yaml'), 'x.answers.yaml', prepared);
    await store.setDraft({ title: 'A bill' });
    await store.setAnswer('f.a', { level: 2, notApplicable: null, evidence: [] });
    await store.setAnswer('f.a', { level: 2, notApplicable: null, rationale: 'Because.', evidence: [] });
    await store.setAnswer('f.a', { level: 2, notApplicable: null, rationale: 'Because.', evidence: [{ at: 'art. 1' }] });
    await store.setFlag('g', { present: true, evidence: [] });
    expect(tab.downloads).toEqual([{ name: 'bill.answers.yaml', text: await readFile(store.path, 'utf8') }]);
    expect(session.state().keeping).toMatchObject({ inFile: true });
  });

  it('a file that others changed is merged; its comments stay', async () => {
    const { session, tab } = begin();
    const disk = new Disk('bill.answers.yaml', fileWith('  f.a: 1 # as agreed\n'));
    tab.opens = { name: disk.name, text: disk.text, handle: disk };
    await session.openFile();
    session.chooseLevel('f.c', 1);
    disk.text = `${disk.text}flags:\n  g: true\n`;
    await session.saveFile();
    expect(disk.text).toBe(fileWith('  f.a: 1 # as agreed\n  f.c: 1\nflags:\n  g: true\n'));
    expect(session.state().text).toBe(disk.text);
    expect(session.state()).toMatchObject({ keeping: { inFile: true } });
    expect(session.state().message?.text).toContain('g');
  });

  it('two changes of one answer that go together are both kept', async () => {
    const { session, tab } = begin();
    const disk = new Disk('bill.answers.yaml', fileWith('  f.a: 1\n'));
    tab.opens = { name: disk.name, text: disk.text, handle: disk };
    await session.openFile();
    session.setReasons(a, 'Because.');
    disk.text = fileWith('  f.a: { level: 1, confidence: low }\n');
    await session.saveFile();
    const { assessment } = readAnswers(disk.text, 'x', prepared);
    expect(assessment.answers.get('f.a')).toMatchObject({ level: 1, rationale: 'Because.', confidence: 'low' });
    expect(session.state().assessment.answers.get('f.a')).toMatchObject({ rationale: 'Because.', confidence: 'low' });
  });

  it('a tab that goes on with another file leaves the file that is open in this one alone', async () => {
    const browser = new Browser();
    const [one, two] = [begin(browser), begin(browser)];
    const disk = new Disk('x.answers.yaml', fileWith('  f.a: 1\n'));
    one.tab.opens = { name: disk.name, text: disk.text, handle: disk };
    await one.session.openFile();
    one.tab.wait();
    two.session.startNew();
    two.tab.wait();
    one.tab.chooses = undefined;
    await one.session.saveFile();
    expect(disk.text).toBe(fileWith('  f.a: 1\n'));
  });

  it('what is answered while the file is being written is not said to be in it', async () => {
    const { session, tab } = begin();
    const disk = new Disk('bill.answers.yaml', fileWith('  f.a: 1\n'));
    tab.opens = { name: disk.name, text: disk.text, handle: disk };
    await session.openFile();
    session.chooseLevel('f.a', 2);
    disk.write = async (text) => {
      session.chooseLevel('f.c', 0);
      disk.text = text;
    };
    await session.saveFile();
    expect(disk.text).toBe(fileWith('  f.a: 2\n'));
    expect(session.state().keeping.inFile).toBe(false);
  });

  it('an entry that both changed is asked about before anything is written', async () => {
    for (const keep of ['mine', 'theirs'] as const) {
      const { session, tab } = begin();
      const disk = new Disk('bill.answers.yaml', fileWith('  f.a: 1\n'));
      tab.opens = { name: disk.name, text: disk.text, handle: disk };
      await session.openFile();
      session.chooseLevel('f.a', 2);
      disk.text = fileWith('  f.a: 0\n');
      await session.saveFile();
      expect(disk.text).toBe(fileWith('  f.a: 0\n'));
      const [conflict] = session.state().conflicts;
      expect(conflict).toMatchObject({ from: 'file', mine: 'level 2', theirs: 'level 0' });
      if (conflict) session.settleConflict(conflict, keep);
      await new Promise((resolve) => setTimeout(resolve, 0));
      expect(disk.text).toBe(fileWith(`  f.a: ${keep === 'mine' ? 2 : 0}\n`));
    }
  });

  it('a file that others broke is left alone', async () => {
    const { session, tab } = begin();
    const disk = new Disk('bill.answers.yaml', fileWith('  f.a: 1\n'));
    tab.opens = { name: disk.name, text: disk.text, handle: disk };
    await session.openFile();
    session.chooseLevel('f.a', 2);
    disk.text = 'answers: [';
    await session.saveFile();
    expect(disk.text).toBe('answers: [');
    expect(session.state()).toMatchObject({ message: { kind: 'trouble' }, keeping: { inFile: false } });
  });

  it('another file on disk that is chosen for saving is not overwritten either', async () => {
    const { session, tab } = begin();
    session.chooseLevel('f.a', 2);
    tab.chooses = new Disk('other.answers.yaml', fileWith('  f.a: 1\n  f.c: 0\n'));
    await session.saveFileAs();
    expect(session.state().conflicts).toMatchObject([{ id: 'f.a', mine: 'level 2', theirs: 'level 1' }]);
    expect((tab.chooses as Disk).text).toContain('f.a: 1');
  });

  it('opening a file keeps the answers that were here: undo brings them back, with their file', async () => {
    const { session, tab, browser } = begin();
    session.chooseLevel('f.a', 2);
    const disk = new Disk('other.answers.yaml', fileWith('  f.c: 0\n'));
    tab.opens = { name: disk.name, text: disk.text, handle: disk };
    await session.openFile();
    expect(browser.aside).toHaveLength(1);
    expect(session.state().keeping.fileName).toBe('other.answers.yaml');
    session.undo();
    expect(session.state()).toMatchObject({ text: fileWith('  f.a: 2\n'), keeping: { fileName: 'bill.answers.yaml' } });
    expect(disk.text).toBe(fileWith('  f.c: 0\n'));
  });

  it('what others changed in the open file never reaches the answers of another one by undo', async () => {
    const { session, tab } = begin();
    const [x, y] = [new Disk('x.answers.yaml', fileWith('  f.a: 1\n')), new Disk('y.answers.yaml', fileWith('  f.a: 2\n'))];
    for (const disk of [x, y]) {
      tab.opens = { name: disk.name, text: disk.text, handle: disk };
      await session.openFile();
    }
    y.text = fileWith('  f.a: 2\n  f.c: 3\n');
    session.setPresent('g', true);
    await session.saveFile();
    session.undo();
    session.undo();
    expect(session.state().text).toBe(fileWith('  f.a: 1\n'));
  });

  it('a file that is no answers file says why, and changes nothing', async () => {
    const { session, tab } = begin();
    session.chooseLevel('f.a', 2);
    for (const text of ['Dear Sir: or Madam', undefined]) {
      tab.opens = { name: 'letter.docx', text };
      await session.openFile();
      expect(session.state().message).toEqual({ kind: 'trouble', text: 'letter.docx is not an answers file.' });
      expect(session.state().text).toBe(fileWith('  f.a: 2\n'));
    }
  });

  it('a choice that waits is named in the mark for review of the saved file, and stays in the page', async () => {
    const { session, tab } = begin();
    session.chooseLevel('f.c', 3);
    session.tick('f.c', 'x', true);
    await session.saveFile();
    const [saved] = tab.downloads;
    const { assessment } = readAnswers(saved?.text ?? '', 'x', prepared);
    expect(assessment.answers.get('f.c')?.review).toBe('not finished: level 3 with the marks x');
    expect(session.state().pending.size).toBe(1);
    expect(session.state().assessment.answers.get('f.c')?.review).toBeUndefined();
  });
});

describe('a panel', () => {
  const reviewed = (name: string, lines: string) => ({
    name: `${name}.answers.yaml`,
    text: `${head}draft: { title: A bill }\nreviewer: { name: ${name} }\nanswers:\n${lines}`,
  });

  it('compares the files with the answers in the page, as compass panel does', async () => {
    const { session, tab } = begin();
    session.setDraft({ title: 'A bill' });
    session.chooseLevel('f.a', 1);
    tab.opensSeveral = [reviewed('Ann', '  f.a: 2\n'), reviewed('Ben', '  f.a: 2\n')];
    await session.openPanel();
    const { panel } = session.state();
    expect(panel?.result.panel.map(({ label }) => label)).toEqual(['bill.answers.yaml', 'Ann', 'Ben']);
    expect(panel?.result.discuss.map(({ question: id }) => id)).toEqual(['f.a']);
    session.closePanel();
    expect(session.state().panel).toBeUndefined();
  });

  it('goes on with the settled answers, what is open first; undo brings back one’s own', async () => {
    const { session, tab } = begin(new Browser(), fileWith('  f.a: 1\n'));
    tab.opensSeveral = [reviewed('Ann', '  f.a: 2\n  f.c: 1\n'), reviewed('Ben', '  f.a: 2\n  f.c: 3\n')];
    session.setDraft({ title: 'A bill' });
    await session.openPanel();
    session.settlePanel('unanimous');
    const { assessment, filter, keeping, message } = session.state();
    expect(assessment.panel?.reviewers).toBe(3);
    expect(assessment.answers.get('f.a')).toMatchObject({ level: null, dissent: [{ level: 1 }, { level: 2 }, { level: 2 }] });
    expect(filter).toBe('review');
    expect(keeping.fileName).toBe('a-bill.settled.answers.yaml');
    expect(message?.text).toContain('2 open');
    session.undo();
    expect(session.state().assessment.answers.get('f.a')?.level).toBe(1);
    expect(session.state().keeping.fileName).toBe('bill.answers.yaml');
  });

  it('files about different drafts, or that can not be read, are refused by name', async () => {
    const { session, tab } = begin();
    tab.opensSeveral = [reviewed('Ann', '  f.a: 9\n'), { name: 'note.txt', text: 'hello' }];
    await session.openPanel();
    expect(session.state().panel).toBeUndefined();
    for (const name of ['Ann.answers.yaml:6', 'note.txt']) expect(session.state().message?.text).toContain(name);
    tab.opensSeveral = [
      reviewed('Ann', '  f.a: 1\n'),
      { ...reviewed('Ben', '  f.a: 1\n'), text: reviewed('Ben', '  f.a: 1\n').text.replace('A bill', 'Other') },
    ];
    await session.openPanel();
    expect(session.state().message?.text).toContain('different drafts');
  });
});
