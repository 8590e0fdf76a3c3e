import { describe, expect, it } from 'vitest';
import { Browser, Disk } from './fake-platform.ts';
import { begin, fileWith, type Opened, openedFile } from './pages.ts';

describe('saving under the name of the file that the page was made with', () => {
  it('never replaces the answers that the page was made with by others that were opened or settled since', async () => {
    const alice = fileWith('  f.a: 1\n  h.a: { level: 2, rationale: Alice. }\n');
    const ways = {
      opened: (opened: Opened) => openedFile(opened, '  f.a: 3\n', 'bob.answers.yaml'),
      settled: async ({ session, tab }: Opened) => {
        session.startNew();
        const text = (name: string): string => `${fileWith('  f.a: 3\n')}reviewer: { name: ${name} }\n`;
        tab.opensSeveral = ['Ann', 'Ben'].map((name) => ({ name: `${name}.yaml`, text: text(name) }));
        await session.openPanel();
        session.settlePanel('unanimous');
      },
    };
    for (const way of Object.values(ways)) {
      const opened = begin(new Browser(), alice);
      const { session, tab } = opened;
      await way(opened);
      const disk = new Disk('bill.answers.yaml', alice);
      tab.chooses = disk;
      await session.saveFileAs();
      expect(disk.text).toBe(alice);
      expect(session.state().conflicts).not.toEqual([]);
    }
  });

  it('writes over the answers that the page was made with what was made of them, also after undo', async () => {
    const text = fileWith('  f.a: 1\n');
    const opened = begin(new Browser(), text);
    opened.session.chooseLevel('f.a', 2);
    opened.tab.chooses = new Disk('first.answers.yaml', '');
    await opened.session.saveFileAs();
    await openedFile(opened, '  h.a: 3\n', 'bob.answers.yaml');
    opened.session.undo();
    const disk = new Disk('bill.answers.yaml', text);
    opened.tab.chooses = disk;
    await opened.session.saveFileAs();
    expect(disk.text).toBe(fileWith('  f.a: 2\n'));
  });
});
