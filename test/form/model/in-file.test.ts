import { describe, expect, it } from 'vitest';
import { a, begin, type Opened, openedFile } from './pages.ts';

/** Each leaves something waiting; undo takes it back. */
const waiting = {
  'a level without its marks': ({ session }: Opened) => {
    session.tick('f.c', 'x', true);
    session.chooseLevel('f.c', 3);
  },
  'a reason that is missing': ({ session }: Opened) => session.setNotApplicable('f.c', ''),
};

describe('a file that was saved with something unfinished', () => {
  for (const [name, leave] of Object.entries(waiting))
    for (const way of ['in the file', 'as a download'] as const)
      it(`${way} does not have every change once ${name} was taken back, but has it after the next save`, async () => {
        const opened = begin();
        const { session, tab } = opened;
        const disk = await openedFile(opened, '  f.a: 1\n');
        session.setReasons(a, 'Because.');
        leave(opened);
        if (way === 'as a download') tab.chooses = 'download';
        const save = way === 'as a download' ? session.saveFileAs : session.saveFile;
        const written = (): string | undefined => (way === 'as a download' ? tab.downloads.at(-1)?.text : disk.text);
        await save();
        expect(written()).toContain('not finished');
        expect(session.state().keeping.inFile).toBe(false);
        session.undo();
        expect(session.state()).toMatchObject({ pending: new Map(), unexplained: new Set(), keeping: { inFile: false } });
        expect(JSON.parse(opened.browser.text ?? '')).toMatchObject({ isInFile: false });
        await save();
        expect(written()).not.toContain('not finished');
        expect(session.state().keeping.inFile).toBe(true);
      });

  it('has every change once it is finished and saved', async () => {
    const opened = begin();
    const disk = await openedFile(opened, '  f.a: 1\n');
    opened.session.tick('f.c', 'x', true);
    opened.session.chooseLevel('f.c', 3);
    await opened.session.saveFile();
    opened.session.chooseLevel('f.c', 1);
    expect(opened.session.state().keeping.inFile).toBe(false);
    await opened.session.saveFile();
    expect(disk.text).toContain('level: 1');
    expect(disk.text).not.toContain('not finished');
    expect(opened.session.state().keeping.inFile).toBe(true);
  });
});
