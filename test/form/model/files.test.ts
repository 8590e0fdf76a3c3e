import { describe, expect, it } from 'vitest';
import { readAnswers } from '../../../src/answers/read.ts';
import { plainReading } from '../../fixtures/plain-reading.ts';
import { Browser, Disk } from './fake-platform.ts';
import { a, begin, fileWith, head, openedFile, prepared, settled } from './pages.ts';

describe('saving under another name', () => {
  it('after a conflict writes to the file that was chosen, and leaves the former one alone', async () => {
    const opened = begin();
    const { session, tab } = opened;
    const former = await openedFile(opened, '  f.a: 1\n');
    session.chooseLevel('f.a', 2);
    const other = new Disk('other.answers.yaml', fileWith('  f.a: 3 # theirs\n'));
    tab.chooses = other;
    await session.saveFileAs();
    const [conflict] = session.state().conflicts;
    if (conflict) session.settleConflict(conflict, 'mine');
    await settled();
    expect(former.text).toBe(fileWith('  f.a: 1\n'));
    expect(other.text).toBe(fileWith('  f.a: 2 # theirs\n'));
    expect(session.state().keeping).toMatchObject({ fileName: 'other.answers.yaml', inFile: true });
  });

  it('that is given up leaves the page with its former file', async () => {
    const opened = begin();
    const { session, tab } = opened;
    const former = await openedFile(opened, '  f.a: 1\n');
    session.chooseLevel('f.a', 2);
    tab.chooses = new Disk('other.answers.yaml', 'answers: [');
    await session.saveFileAs();
    await session.saveFile();
    expect(former.text).toBe(fileWith('  f.a: 2\n'));
    expect((tab.chooses as Disk).text).toBe('answers: [');
  });

  it('asks about every entry in which a file that is not known differs, also if one’s own is long saved', async () => {
    const opened = begin();
    await openedFile(opened, '  f.a: 1\n');
    for (const name of ['other.answers.yaml', 'bill.answers.yaml']) {
      const other = new Disk(name, fileWith('  f.a: 3\n'));
      opened.tab.chooses = other;
      await opened.session.saveFileAs();
      const [conflict] = opened.session.state().conflicts;
      expect(conflict).toMatchObject({ from: 'file', mine: 'level 1', theirs: 'level 3' });
      if (conflict) opened.session.settleConflict(conflict, 'mine');
      await settled();
    }
  });

  it('writes what the name says: JSON as JSON, YAML as YAML', async () => {
    const opened = begin();
    const { session, tab } = opened;
    await openedFile(opened, '  f.a: 1 # as agreed\n');
    session.setPresent('g', true);
    session.tick('f.c', 'x', true);
    session.chooseLevel('f.c', 3);
    const json = new Disk('bill.json', '');
    tab.chooses = json;
    await session.saveFileAs();
    expect(JSON.parse(json.text)).toMatchObject({ answers: { 'f.a': 1 }, flags: { g: { present: true } } });
    expect(begin(opened.browser).session.state().pending.size).toBe(1);
    session.chooseLevel('f.c', 1);
    await session.saveFile();
    expect(JSON.parse(json.text)).toMatchObject({ answers: { 'f.c': { level: 1, marks: ['x'] } } });
    const yaml = new Disk('back.yaml', '');
    tab.chooses = yaml;
    await session.saveFileAs();
    expect(yaml.text).toContain('answers:\n  f.a: 1\n');
    expect(readAnswers(yaml.text, 'back.yaml', prepared).assessment.flags.get('g')?.present).toBe(true);
  });
});

describe('saving while something is unsettled', () => {
  it('is refused, and says so, until the conflict with the file is settled', async () => {
    const opened = begin();
    const { session, tab } = opened;
    const disk = await openedFile(opened, '  f.a: 1\n');
    session.chooseLevel('f.a', 2);
    disk.text = fileWith('  f.a: 3\n');
    await session.saveFile();
    session.dismissMessage();
    tab.chooses = new Disk('other.answers.yaml', '');
    for (const save of [session.saveFile, session.saveFileAs]) {
      await save();
      expect(session.state().message).toMatchObject({ kind: 'trouble' });
      expect(session.state().message?.text).toContain('Choose whose to keep');
    }
    expect(disk.text).toBe(fileWith('  f.a: 3\n'));
    expect((tab.chooses as Disk).text).toBe('');
  });

  it('is refused for a conflict between two tabs too', async () => {
    const browser = new Browser();
    const [one, two] = [begin(browser), begin(browser)];
    one.session.chooseLevel('f.a', 2);
    two.session.chooseLevel('f.a', 1);
    await two.session.saveFile();
    expect(two.tab.downloads).toEqual([]);
    const [conflict] = two.session.state().conflicts;
    if (conflict) two.session.settleConflict(conflict, 'mine');
    await two.session.saveFile();
    expect(two.tab.downloads[0]?.text).toBe(fileWith('  f.a: 1\n'));
  });

  it('two saves at once write one after the other', async () => {
    const opened = begin();
    const { session } = opened;
    const disk = await openedFile(opened, '  f.a: 1\n');
    const write = disk.write.bind(disk);
    disk.write = async (text) => {
      await settled();
      await write(text);
    };
    session.chooseLevel('f.a', 2);
    const first = session.saveFile();
    session.chooseLevel('f.a', 3);
    const second = session.saveFile();
    session.chooseLevel('f.a', 0);
    await Promise.all([first, second, session.saveFile()]);
    expect(session.state()).toMatchObject({ conflicts: [], keeping: { inFile: true } });
    expect(disk.text).toBe(fileWith('  f.a: 0\n'));
  });

  it('other answers that are opened while a file is being read are never written to it', async () => {
    const opened = begin();
    const { session } = opened;
    const disk = await openedFile(opened, '  f.a: 1\n');
    session.chooseLevel('f.a', 2);
    const saving = session.saveFile();
    session.startNew();
    await saving;
    expect(disk.text).toBe(fileWith('  f.a: 1\n'));
    expect(session.state().message).toMatchObject({ kind: 'trouble' });
  });

  it('a file that changes again and again is left alone', async () => {
    const opened = begin();
    const disk = await openedFile(opened, '  f.a: 1\n');
    opened.session.chooseLevel('f.a', 2);
    let reads = 0;
    disk.read = async () => `${fileWith('  f.a: 1\n')}# ${reads++}\n`;
    await opened.session.saveFile();
    expect(disk.text).toBe(fileWith('  f.a: 1\n'));
    expect(opened.session.state().message?.text).toContain('again and again');
  });
});

describe('a feature that others set aside', () => {
  const aside = 'features:\n  h: { notApplicable: No state firms. }\n';

  it('is taken in, named and scored as in the file', async () => {
    const opened = begin();
    const disk = await openedFile(opened, '  f.a: 1\n');
    opened.session.chooseLevel('f.a', 2);
    disk.text += aside;
    await opened.session.saveFile();
    const { assessment, result, message } = opened.session.state();
    expect(assessment.features.get('h')?.notApplicable).toBe('No state firms.');
    expect(result.applicable).toBe(2);
    expect(message?.text).toContain('feature 2');
    expect(disk.text).toBe(`${fileWith('  f.a: 2\n')}${aside}`);
  });

  it('and is taken back is taken back here', async () => {
    const opened = begin();
    const disk = await openedFile(opened, `  f.a: 1\n${aside}`);
    opened.session.chooseLevel('f.a', 2);
    disk.text = fileWith('  f.a: 1\n');
    await opened.session.saveFile();
    expect(opened.session.state().assessment.features.size).toBe(0);
    expect(begin(opened.browser).session.state().assessment.features.size).toBe(0);
    expect(disk.text).toBe(fileWith('  f.a: 2\n'));
  });

  it('goes along to another file, and is asked about if that gives another reason', async () => {
    const opened = begin();
    await openedFile(opened, `  f.a: 1\n${aside}`);
    const other = new Disk('other.answers.yaml', fileWith('  f.c: 1\n'));
    opened.tab.chooses = other;
    await opened.session.saveFileAs();
    expect(readAnswers(other.text, 'x', prepared).assessment.features.size).toBe(1);
    opened.tab.chooses = new Disk('third.answers.yaml', `${head}${aside.replace('No state', 'Other')}`);
    await opened.session.saveFileAs();
    const [conflict] = opened.session.state().conflicts;
    expect(conflict).toMatchObject({ section: 'features', id: 'h' });
    if (conflict) opened.session.settleConflict(conflict, 'theirs');
    await settled();
    expect(opened.session.state().assessment.features.get('h')?.notApplicable).toBe('Other firms.');
  });
});

describe('a page with a draft', () => {
  const text = { source: 'a.md', format: 'markdown', sha256: 'abc', provisions: [], struck: [], reading: plainReading } as const;
  const draft = { text, suggestions: {}, link: { text: './a.md', sha256: 'abc' } };
  const opened = () => begin(new Browser(), '', { draft });
  const draftOf = (lines: string) => `  f.a: 1\ndraft: { ${lines} }\n`;

  it('says that nothing was replaced if nothing was answered yet', async () => {
    const page = opened();
    await openedFile(page, '  f.a: 1\n');
    expect(page.session.state().message?.text).not.toContain('Undo');
    page.session.startNew();
    page.session.chooseLevel('f.a', 1);
    await openedFile(page, '  f.a: 2\n');
    expect(page.session.state().message?.text).toContain('Undo');
  });

  it('says that answers about another draft are not checked here', async () => {
    const page = opened();
    for (const lines of ['text: ./b.md', 'text: ./b.md, sha256: "def"', 'sha256: "def"']) {
      await openedFile(page, draftOf(lines));
      expect(page.session.state()).toMatchObject({ isOtherDraft: true, message: { kind: 'trouble' } });
      expect(page.session.state().message?.text).toContain('another draft');
    }
    for (const lines of ['text: ../laws/a.md', 'text: b.md, sha256: ABC', 'title: A bill']) {
      await openedFile(page, draftOf(lines));
      expect(page.session.state()).toMatchObject({ isOtherDraft: false, message: { kind: 'done' } });
    }
    await openedFile(page, draftOf('text: a.md, sha256: "def"'));
    expect(page.session.state()).toMatchObject({ isOtherDraft: false, message: { kind: 'trouble' } });
  });
});

it('a file of the same name with another law is asked about, also after the page was closed', async () => {
  const opened = begin();
  await openedFile(opened, '  f.a: 1\ndraft: { title: A bill }\n');
  const again = begin(opened.browser);
  const other = new Disk('bill.answers.yaml', fileWith('  f.a: 3\ndraft: { title: Another bill }\n'));
  again.tab.chooses = other;
  await again.session.saveFile();
  expect(again.session.state().conflicts.map(({ id, section }) => id || section)).toEqual(['draft', 'f.a']);
  expect(again.session.state().assessment.answers.get('f.a')?.level).toBe(1);
});

describe('trouble with choosing a file', () => {
  it('is said with its cause and what to do, and changes nothing', async () => {
    const { session, tab } = begin();
    session.chooseLevel('f.a', 2);
    const named = (name: string): Error => Object.assign(new Error('DOM says.'), { name });
    for (const [name, words] of [
      ['NotAllowedError', 'Allow the access'],
      ['NotFoundError', 'choose it again'],
      ['NotReadableError', 'another program has it open'],
      ['OtherError', 'DOM says. Try again'],
    ] as const) {
      tab.trouble = named(name);
      for (const act of [session.openFile, session.saveFile, session.saveFileAs, session.openPanel]) {
        session.dismissMessage();
        await act();
        expect(session.state().message).toMatchObject({ kind: 'trouble' });
        expect(session.state().message?.text).toContain(words);
      }
    }
    expect(session.state().text).toBe(fileWith('  f.a: 2\n'));
  });
});

describe('a panel', () => {
  const text = (level: number): string => `${fileWith(`  f.a: ${level}\n`)}`;

  it('keeps one’s own answers if another reviewer’s file has the same name', async () => {
    const { session, tab } = begin();
    session.chooseLevel('f.a', 1);
    tab.opensSeveral = [2, 3].map((level) => ({ name: 'bill.answers.yaml', text: text(level) }));
    await session.openPanel();
    expect(session.state().panel?.members.map(({ assessment }) => assessment.answers.get('f.a')?.level)).toEqual([1, 2, 3]);
  });

  it('has what the page has now in place of its own file', async () => {
    const opened = begin();
    const { session, tab } = opened;
    const disk = await openedFile(opened, '  f.a: 1\n');
    session.chooseLevel('f.a', 0);
    tab.opensSeveral = [disk, { name: 'Ben.yaml', text: text(3) }].map((file) => ({ name: file.name, text: file.text }));
    await session.openPanel();
    expect(session.state().panel?.members.map(({ assessment }) => assessment.answers.get('f.a')?.level)).toEqual([0, 3]);
  });
});

describe('undo of evidence', () => {
  it('takes back a removal on its own, and typing in one piece at a time', () => {
    const { session } = begin();
    const quotes = () =>
      session
        .state()
        .assessment.answers.get('f.a')
        ?.evidence.map(({ quote }) => quote);
    session.setEvidence(a, [{ quote: 'one' }], true);
    session.setEvidence(a, [{ quote: 'one' }, { quote: 'two' }], true);
    session.setEvidence(a, [{ quote: 'one' }, { quote: 'two!' }], true);
    session.setEvidence(a, [{ quote: 'one!' }, { quote: 'two!' }], true);
    session.setEvidence(a, [{ quote: 'two!' }]);
    session.setEvidence(a, [{ quote: 'two!!' }], true);
    for (const before of [['two!'], ['one!', 'two!'], ['one', 'two!'], ['one'], undefined]) {
      session.undo();
      expect(quotes()).toEqual(before);
    }
  });

  it('takes back one taken passage at a time, also if they come before each other', () => {
    const { session } = begin();
    const [nine, one, two] = ['art. 9', 'art. 1', 'art. 2'].map((at) => ({ at, quote: `Words of ${at}` }));
    const lists = [[nine], [one, nine], [one, two, nine], [one, nine]].map((list) => list.filter((piece) => piece !== undefined));
    for (const list of lists) session.setEvidence(a, list);
    for (const before of [lists[2], lists[1], lists[0], undefined]) {
      session.undo();
      expect(session.state().assessment.answers.get('f.a')?.evidence).toEqual(before);
    }
  });

  it('takes back a place that was put right apart from what was typed before', () => {
    const { session } = begin();
    session.setEvidence(a, [{ at: 'art. 1', quote: 'w' }], true);
    session.setEvidence(a, [{ at: 'art. 1', quote: 'words' }], true);
    session.setEvidence(a, [{ at: 'art. 2', quote: 'words' }]);
    session.undo();
    expect(session.state().assessment.answers.get('f.a')?.evidence).toEqual([{ at: 'art. 1', quote: 'words' }]);
  });
});
