import { describe, expect, it } from 'vitest';
import { Browser, Disk } from './fake-platform.ts';
import { a, begin, fileWith, openedFile } from './pages.ts';

/** A page with an answer, in a browser that has room for no second copy of it. */
function inFullBrowser() {
  const opened = begin();
  opened.session.chooseLevel('f.a', 2);
  opened.browser.room = (opened.browser.text?.length ?? 0) + 50;
  return opened;
}

/** A copy of another version of the page, which this one can't read. */
const unreadable = (n: number): string => JSON.stringify({ format: 'compass-form-copy/2', n });

/** Another version of the page writes. */
function writeUnreadable(browser: Browser, n: number): void {
  const tab = browser.tab();
  tab.platform.copy.write(unreadable(n));
  tab.wait();
}

describe('answers that others replace, without room for a copy', () => {
  const ways = {
    'opening a file': (opened: ReturnType<typeof begin>) => openedFile(opened, '  h.a: 1\n', 'other.answers.yaml'),
    'beginning anew': async ({ session }: ReturnType<typeof begin>) => session.startNew(),
  };

  for (const [name, way] of Object.entries(ways))
    it(`stay in the browser after ${name}, and nobody says that they became a copy`, async () => {
      const opened = inFullBrowser();
      await way(opened);
      opened.session.setReasons({ kind: 'question', id: 'h.a' }, 'More.');
      opened.session.flush();
      const { message, keeping } = opened.session.state();
      expect(message?.kind).toBe('trouble');
      expect(message?.text).toContain("can't keep the answers that were here as a copy beside these (QuotaExceededError)");
      expect(message?.text).not.toContain('are kept');
      expect(keeping.browser).toBe('failed');
      expect(begin(opened.browser).session.state().text).toBe(fileWith('  f.a: 2\n'));
    });

  it('become a copy as soon as there is room', () => {
    const { session, browser } = inFullBrowser();
    session.startNew();
    browser.room = Number.POSITIVE_INFINITY;
    session.chooseLevel('h.a', 1);
    expect(session.state().keeping.browser).toBe('saved');
    expect(session.earlierCopies().map(({ text }) => text)).toEqual([fileWith('  f.a: 2\n')]);
    expect(begin(browser).session.state().text).toBe(fileWith('  h.a: 1\n'));
  });

  it('that the copy lacks too become one', () => {
    const { session, browser } = begin();
    session.chooseLevel('f.a', 2);
    browser.room = browser.text?.length ?? 0;
    session.setReasons(a, 'A reason that there is no room for.');
    session.flush();
    expect(session.state().keeping.browser).toBe('failed');
    browser.room = Number.POSITIVE_INFINITY;
    session.startNew();
    expect(session.earlierCopies().at(-1)?.text).toContain('A reason that there is no room for.');
  });

  it('are not said to be kept by a tab that follows another one', async () => {
    const browser = new Browser();
    const [one, two] = [begin(browser), begin(browser)];
    await openedFile(one, '  h.a: 3\n', 'other.answers.yaml');
    two.session.setReasons(a, 'Only here.');
    browser.room = browser.text?.length ?? 0;
    one.tab.wait();
    expect(two.session.state()).toMatchObject({ keeping: { fileName: 'other.answers.yaml' }, message: { kind: 'trouble' } });
    expect(two.session.state().message?.text).not.toContain('are kept');
    two.session.undo();
    expect(two.session.state().text).toContain('Only here.');
  });
});

describe('a copy that can’t be read', () => {
  it('is not overwritten while there is no room to set it aside', () => {
    const browser = new Browser();
    const raw = unreadable(1) + ' '.repeat(1000);
    browser.text = raw;
    browser.room = raw.length + 10;
    const { session } = begin(browser);
    session.chooseLevel('f.a', 2);
    expect(browser.text).toBe(raw);
    expect(session.state().keeping.browser).toBe('failed');
  });

  it('takes one place among the earlier ones, so that those of another version of the page push no good one out', () => {
    const { session, browser } = begin();
    for (const level of [1, 2, 3, 0]) {
      session.chooseLevel('f.a', level);
      session.startNew();
    }
    const good = session.earlierCopies().map(({ text }) => text);
    for (const n of [1, 2, 3, 4, 5, 6, 7]) {
      writeUnreadable(browser, n);
      session.setReasons(a, `Reason ${n}.`);
      session.flush();
    }
    expect(session.earlierCopies().map(({ text }) => text)).toEqual([...good, unreadable(7)]);
    expect(begin(browser).session.state().text).toContain('Reason 7.');
    session.startNew();
    expect(session.earlierCopies().map(({ text }) => text)).toEqual([...good, expect.stringContaining('Reason 7.')]);
  });

  it('is told of when another tab writes it', () => {
    const { session, browser } = begin();
    writeUnreadable(browser, 1);
    expect(session.state().message).toMatchObject({ kind: 'trouble', text: expect.stringContaining('Close the other tab') });
  });
});

it('a storage that fails is said once, also if it can be read between', () => {
  const { session, browser } = begin();
  session.chooseLevel('f.a', 2);
  browser.room = 10;
  session.chooseLevel('f.a', 3);
  expect(session.state().message?.text).toContain("can't keep a copy");
  session.dismissMessage();
  session.earlierCopies();
  session.chooseLevel('f.a', 1);
  expect(session.state().message).toBeUndefined();
  expect(session.state().keeping.browser).toBe('failed');
});

it('a copy remembers four files, however many two tabs save in', async () => {
  const browser = new Browser();
  const pages = [begin(browser), begin(browser)];
  for (let n = 0; n < 8; n++) {
    const { session, tab } = pages[n % 2] ?? begin(browser);
    session.setReasons(a, `Reason ${n}.`);
    tab.chooses = new Disk(`${n}.answers.yaml`, '');
    await session.saveFileAs();
    tab.wait();
  }
  pages[0]?.session.chooseLevel('f.a', 2);
  const { seen } = JSON.parse(browser.text ?? '') as { readonly seen: readonly { readonly name: string }[] };
  expect(seen.map(({ name }) => name)).toEqual(['4', '5', '6', '7'].map((n) => `${n}.answers.yaml`));
});
