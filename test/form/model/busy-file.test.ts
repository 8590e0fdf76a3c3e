import { describe, expect, it } from 'vitest';
import { a, begin, type Opened, openedFile } from './pages.ts';

/** A file in which another program answers `h.a`, and goes on writing while it is being saved. */
async function inBusyFile(rounds: number) {
  const opened: Opened = begin();
  const disk = await openedFile(opened, '  f.a: 1\n');
  opened.session.setReasons(a, 'Because.');
  disk.text = disk.text.replace('answers:\n', 'answers:\n  h.a: 3\n');
  const read = disk.read.bind(disk);
  let looks = 0;
  disk.read = async () => {
    looks += 1;
    if (looks % 2 === 0 && looks <= 2 * rounds) disk.text += `# note ${looks}\n`;
    return read();
  };
  return { ...opened, disk };
}

describe('what another program changed in a file', () => {
  it('is told also if the file changes again while it is being saved', async () => {
    const { session, disk } = await inBusyFile(3);
    await session.saveFile();
    expect(disk.text).toContain('Because.');
    expect(session.state().message).toMatchObject({ kind: 'done' });
    expect(session.state().message?.text).toMatch(/changed by another program: 1 change is merged \(2\.1\)\. Saved in/);
  });

  it('is told if the file could not be written, since the page has it', async () => {
    const { session, disk } = await inBusyFile(1);
    disk.write = () => Promise.reject(new Error('gone'));
    await session.saveFile();
    expect(session.state().assessment.answers.get('h.a')?.level).toBe(3);
    expect(session.state().message?.text).toMatch(/1 change is merged \(2\.1\)\. .*could not be written/);
  });

  it('is told if the file never rests', async () => {
    const { session } = await inBusyFile(100);
    await session.saveFile();
    expect(session.state().message?.text).toMatch(/1 change is merged \(2\.1\)\. .*again and again/);
  });

  it('is told beside a conflict', async () => {
    const { session, disk } = await inBusyFile(0);
    disk.text = disk.text.replace('f.a: 1', 'f.a: 2');
    await session.saveFile();
    expect(session.state().message?.text).toMatch(/1 change is merged \(2\.1\)\. .*choose first whose to keep/);
  });
});
