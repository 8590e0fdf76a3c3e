import { describe, expect, it } from 'vitest';
import { Browser } from './fake-platform.ts';
import { a, begin, fileWith, openedFile } from './pages.ts';

/** Two tabs that gave different answers to one question; the second one was told. */
function inConflict() {
  const browser = new Browser();
  const [one, two] = [begin(browser), begin(browser)];
  one.session.chooseLevel('f.a', 2);
  two.session.chooseLevel('f.a', 1);
  two.tab.wait();
  return { browser, one: one.session, two: two.session, tabs: [one.tab, two.tab] as const };
}

describe('a conflict between two tabs', () => {
  it('has in each tab its own answer as mine, and either choice gives the answer that was shown', () => {
    for (const index of [0, 1] as const) {
      for (const keep of ['mine', 'theirs'] as const) {
        const { one, two } = inConflict();
        expect(one.state().conflicts).toMatchObject([{ mine: 'level 2', theirs: 'level 1' }]);
        expect(two.state().conflicts).toMatchObject([{ mine: 'level 1', theirs: 'level 2' }]);
        const session = [one, two][index] ?? one;
        const [conflict] = session.state().conflicts;
        if (conflict) session.settleConflict(conflict, keep);
        expect(`level ${session.state().assessment.answers.get('f.a')?.level}`).toBe(conflict?.[keep]);
      }
    }
  });

  it('is over in both tabs and in the copy once it is settled in one, whichever answer stays', () => {
    for (const keep of ['mine', 'theirs'] as const) {
      const { browser, one, two, tabs } = inConflict();
      const [conflict] = two.state().conflicts;
      if (conflict) two.settleConflict(conflict, keep);
      expect(begin(browser).session.state().conflicts).toEqual([]);
      tabs[1].wait();
      one.setPresent('g', true);
      tabs[0].wait();
      two.setPresent('g', false);
      expect(one.state().conflicts).toEqual([]);
      expect(two.state().conflicts).toEqual([]);
      expect(one.state().assessment.answers.get('f.a')?.level).toBe(keep === 'mine' ? 1 : 2);
    }
  });

  it('keeps the answer of an earlier conflict about the same question', () => {
    const { one, two, tabs } = inConflict();
    two.setReasons(a, 'Because.');
    one.setReasons(a, 'No.');
    tabs[0].wait();
    tabs[1].wait();
    const shown = [...one.state().conflicts, ...two.state().conflicts].flatMap(({ mine, theirs }) => [mine, theirs]);
    expect(shown).toEqual(expect.arrayContaining(['level 1', 'level 2', 'Because.', 'No.']));
  });
});

describe('what waits in two tabs', () => {
  it('a reason that one tab gave is not missing again in the other', () => {
    const browser = new Browser();
    const [one, two] = [begin(browser), begin(browser)];
    one.session.setNotApplicable('f.a', '');
    one.tab.wait();
    expect([...two.session.state().unexplained]).toEqual(['f.a']);
    one.session.setNotApplicable('f.a', 'No companies.');
    one.tab.wait();
    two.session.setPresent('g', true);
    two.tab.wait();
    expect([...one.session.state().unexplained, ...two.session.state().unexplained]).toEqual([]);
  });

  it('undo in one tab does not take away what waits since in the other', () => {
    const browser = new Browser();
    const [one, two] = [begin(browser), begin(browser)];
    one.session.setPresent('g', true);
    one.tab.wait();
    two.session.tick('f.c', 'x', true);
    two.session.chooseLevel('f.c', 3);
    two.session.setNotApplicable('f.a', '');
    two.tab.wait();
    one.session.undo();
    expect([...one.session.state().pending.keys()]).toEqual(['f.c']);
    expect([...one.session.state().unexplained]).toEqual(['f.a']);
  });

  it('a choice that the other tab made of the same question is named in the mark for review', () => {
    const browser = new Browser();
    const [one, two] = [begin(browser), begin(browser)];
    one.session.chooseLevel('f.c', 3);
    one.tab.wait();
    one.session.tick('f.c', 'x', true);
    two.session.tick('f.c', 'y', true);
    two.tab.wait();
    for (const { session } of [one, two]) {
      expect(session.state().pending.get('f.c')?.marks).toEqual(['y']);
      expect(session.state().assessment.answers.get('f.c')?.review).toBe('not finished: level 3 with the marks x');
    }
  });
});

describe('undo with another tab', () => {
  it('keeps the reasons that the other tab gave for one’s own answer', () => {
    const browser = new Browser();
    const [one, two] = [begin(browser), begin(browser)];
    one.session.chooseLevel('f.a', 2);
    one.tab.wait();
    one.session.setConfidence('f.a', 'low');
    two.session.setReasons(a, 'Because.');
    two.tab.wait();
    one.session.undo();
    expect(one.session.state().assessment.answers.get('f.a')).toEqual({
      ...{ level: 2, notApplicable: null, evidence: [] },
      rationale: 'Because.',
    });
  });

  it('keeps what the other tab answered after it saved the file', async () => {
    const browser = new Browser();
    const [one, two] = [begin(browser), begin(browser)];
    two.session.setPresent('g', true);
    two.tab.wait();
    one.session.chooseLevel('f.a', 2);
    await one.session.saveFile();
    one.tab.wait();
    one.session.chooseLevel('h.a', 1);
    one.tab.wait();
    two.session.undo();
    expect(two.session.state().text).toBe(fileWith('  f.a: 2\n  h.a: 1\n'));
    expect(two.session.state().keeping.inFile).toBe(false);
  });
});

describe('a tab that goes on with another file', () => {
  it('takes the other one along; undo brings the former answers back in both', async () => {
    const browser = new Browser();
    const [one, two] = [begin(browser), begin(browser)];
    one.session.chooseLevel('f.a', 2);
    one.tab.wait();
    two.session.setReasons(a, 'Not copied yet.');
    await openedFile(one, '  h.a: 3\n', 'other.answers.yaml');
    one.tab.wait();
    expect(two.session.state()).toMatchObject({ text: fileWith('  h.a: 3\n'), keeping: { fileName: 'other.answers.yaml' } });
    expect(two.session.state().message?.text).toContain('Undo');
    expect(two.session.earlierCopies().some(({ text }) => text.includes('Not copied yet.'))).toBe(true);
    two.session.undo();
    two.tab.wait();
    for (const { session } of [one, two]) {
      expect(session.state().keeping.fileName).toBe('bill.answers.yaml');
      expect(session.state().text).toContain('Not copied yet.');
    }
  });

  it('what the other answered in that file is kept when undo goes back to the former one', async () => {
    const browser = new Browser();
    const [one, two] = [begin(browser), begin(browser)];
    one.session.chooseLevel('f.a', 2);
    one.tab.wait();
    await openedFile(two, '  h.a: 3\n', 'other.answers.yaml');
    two.tab.wait();
    two.session.setPresent('g', true);
    two.tab.wait();
    one.session.undo();
    one.tab.wait();
    expect(two.session.state().text).toBe(fileWith('  f.a: 2\n'));
    two.session.undo();
    expect(two.session.state().assessment.flags.get('g')?.present).toBe(true);
    expect(two.session.earlierCopies().some(({ text }) => text.includes('h.a: 3'))).toBe(true);
  });

  it('stays with its file if the other tab answered in the former one meanwhile', async () => {
    const browser = new Browser();
    const [one, two] = [begin(browser), begin(browser)];
    one.session.chooseLevel('f.a', 2);
    await openedFile(two, '  h.a: 3\n', 'other.answers.yaml');
    expect(two.session.state().text).toBe(fileWith('  h.a: 3\n'));
    expect(two.session.earlierCopies().map(({ text }) => text)).toEqual([fileWith('  f.a: 2\n')]);
    two.session.undo();
    expect(two.session.state().text).toBe(fileWith('  f.a: 2\n'));
  });
});

describe('two tabs that write at the same time, neither having seen the other’s writing', () => {
  /** Two tabs that both have an answer, and the second of which does not see what the first one writes now. */
  function racing() {
    const browser = new Browser();
    const [one, two] = [begin(browser), begin(browser)];
    one.session.setPresent('g', true);
    one.tab.wait();
    two.session.setReasons(a, 'Both have it.');
    two.tab.wait();
    browser.fallBehind(two.tab);
    return { browser, one, two };
  }
  const hearAll = (...pages: ReturnType<typeof begin>[]): void => {
    for (let round = 0; round < 3; round++) for (const { tab } of pages) tab.wait();
  };

  it('have both answers in the end, and so has the copy', () => {
    const { browser, one, two } = racing();
    one.session.chooseLevel('f.a', 2);
    two.session.chooseLevel('h.a', 1);
    two.tab.wait();
    // The first one has written both by itself: it may be closed now.
    one.tab.wait();
    for (const { session } of [begin(browser), one, two]) {
      const { assessment, conflicts } = session.state();
      expect(assessment.answers.get('f.a')).toMatchObject({ level: 2, rationale: 'Both have it.' });
      expect(assessment.answers.get('h.a')?.level).toBe(1);
      expect(conflicts).toEqual([]);
    }
  });

  it('do so also after one has written several times', () => {
    const { one, two } = racing();
    one.session.chooseLevel('f.a', 2);
    one.session.setPresent('g', false);
    two.session.chooseLevel('h.a', 1);
    two.session.setReasons(a, 'Another reason.');
    hearAll(two, one);
    for (const { session } of [one, two]) {
      expect(session.state().assessment.answers.get('h.a')?.level).toBe(1);
      expect(session.state().assessment.flags.get('g')?.present).toBe(false);
      expect(session.state().conflicts).toMatchObject([{ id: 'f.a' }]);
    }
  });

  it('ask if both answered the same question', () => {
    const { one, two } = racing();
    one.session.chooseLevel('f.a', 2);
    two.session.chooseLevel('f.a', 1);
    hearAll(two, one);
    for (const { session } of [one, two]) expect(session.state().conflicts).toHaveLength(1);
  });

  it('keep a copy of the answers that the other one left for a file', async () => {
    const { one, two } = racing();
    one.session.chooseLevel('f.a', 3);
    await openedFile(two, '  h.a: 3\n', 'other.answers.yaml');
    hearAll(two, one);
    expect(one.session.state().keeping.fileName).toBe('other.answers.yaml');
    expect(one.session.earlierCopies().some(({ text }) => text.includes('level: 3'))).toBe(true);
  });

  it('merge with a copy that a former version of the page wrote', () => {
    const { browser, one, two } = racing();
    const { writes: _, ...former } = JSON.parse(browser.text ?? '') as Record<string, unknown>;
    const third = browser.tab();
    third.platform.copy.write(JSON.stringify(former));
    third.wait();
    for (const { session } of [one, two]) {
      expect(session.state().conflicts).toEqual([]);
      expect(session.state().assessment.answers.get('f.a')?.rationale).toBe('Both have it.');
    }
  });
});
