import { describe, expect, it } from 'vitest';
import { type Local, localFor, type Press, react } from '../../src/cli/commands/assess/screen/local.ts';
import { asAnswer, edited, fromEditor, inserted, shown, typingOf } from '../../src/cli/commands/assess/screen/typing.ts';
import { Decoder } from '../../src/cli/commands/assess/terminal/decode.ts';
import type { Ask, Input } from '../../src/interview/state.ts';

const key = (name: string): { kind: 'key'; key: string } => ({ kind: 'key', key: name });
const paste = (text: string): { kind: 'paste'; text: string } => ({ kind: 'paste', text });
const line = (text: string, isClosed: boolean): unknown => ({ kind: 'line', text, isClosed });
const characters = (text: string): { kind: 'characters'; text: string } => ({ kind: 'characters', text });

describe('what comes from a terminal', () => {
  const fed = (...chunks: string[]): unknown[] => {
    const decoder = new Decoder();
    return chunks.flatMap((chunk) => decoder.feed(chunk, 0));
  };

  it.each([
    ['abc', [characters('abc')]],
    ['2\r', [characters('2'), key('enter')]],
    ['It has powers.\r', [line('It has powers.', true)]],
    ['It has powers.', [line('It has powers.', false)]],
    ['\r2', [key('enter'), characters('2')]],
    ['\u001b[A\u001b[B', [key('up'), key('down')]],
    ['\u001bOH', [key('home')]],
    ['\u001b[1;5D', [key('word-left')]],
    ['\u001bb\u001b\u007f', [key('word-left'), key('word-backspace')]],
    ['\u001b3', [key('escape'), characters('3')]],
    ['\u001b[I', []],
    ['\u007f\u0008\u0015', [key('backspace'), key('backspace'), key('ctrl-u')]],
    ['a\u0003', [characters('a'), { kind: 'interrupt' }]],
    ['\u001a\u000c', [{ kind: 'suspend' }, { kind: 'redraw' }]],
  ])('%j', (chunk, tokens) => {
    expect(fed(chunk)).toEqual(tokens);
  });

  it('is a paste between its marks, however it is cut into chunks', () => {
    const text = '\u001b[200~one\r\u0003two\u001b[201~x';
    for (let cut = 1; cut < text.length; cut++)
      expect(fed(text.slice(0, cut), text.slice(cut)), String(cut)).toEqual([paste('one\r\u0003two'), characters('x')]);
    expect(fed(...text)).toEqual([paste('one\r\u0003two'), characters('x')]);
    expect(fed('\u001b[200~a\u001b[201~\u001b[200~b\u001b[201~')).toEqual([paste('a'), paste('b')]);
  });

  it('is a paste without marks if a line break is in the middle of much text', () => {
    expect(fed('the first line\rand the second\r')).toEqual([paste('the first line\rand the second\r')]);
  });

  it('goes on as a paste if the next chunk arrives at once; a line break alone only after a full chunk', () => {
    const decoder = new Decoder();
    expect(decoder.feed('the first line\rand the', 0)).toHaveLength(1);
    expect(decoder.feed(' second line\r', 20)).toEqual([paste(' second line\r')]);
    expect(decoder.feed('2', 30)).toEqual([characters('2')]);
    expect(decoder.feed('\r', 40)).toEqual([key('enter')]);
    expect(decoder.feed(' x\r', 500)).toEqual([characters(' x'), key('enter')]);
    expect(decoder.feed('words\r'.repeat(700), 600)).toHaveLength(1);
    expect(decoder.feed('\r', 610)).toEqual([paste('\r')]);
    expect(decoder.feed('\r', 620)).toEqual([key('enter')]);
  });

  it('is Esc if nothing follows it', () => {
    const decoder = new Decoder();
    expect(decoder.feed('\u001b', 0)).toEqual([]);
    expect(decoder.isWaiting).toBe(true);
    expect(decoder.settle()).toEqual([key('escape')]);
    expect(decoder.isWaiting).toBe(false);
    expect(decoder.feed('\u001b', 0)).toEqual([]);
    expect(decoder.feed('[A', 1)).toEqual([key('up')]);
  });
});

const local = (ask: Ask, more: Partial<Local> = {}): Local => ({ ...localFor(ask), ...more });
const extent = { lines: 100, rows: 20 };

/** Presses keys one after the other, and returns what they lead to. */
function pressed(ask: Ask, ...keys: (string | { paste: string })[]): { input?: Input; edit?: string; local: Local } {
  let state = local(ask);
  for (const each of keys) {
    const press: Press = typeof each === 'string' ? { key: each } : each;
    const reaction = react(ask, state, press, extent);
    if (!('local' in reaction)) return { ...reaction, local: state };
    state = reaction.local;
  }
  return { local: state };
}

describe('keys at a prompt for a key', () => {
  const ask: Ask = {
    kind: 'key',
    message: '?',
    keys: [
      { key: 'enter', does: 'goes on' },
      { key: 's', does: 'skip' },
      { key: 'b', does: 'back' },
    ],
    numbers: { from: 0, to: 3, does: 'level' },
  };
  const many: Ask = { ...ask, numbers: { from: 0, to: 12, does: 'level' } };

  it('a digit is taken at once', () => {
    expect(pressed(ask, '0').input).toEqual({ kind: 'number', number: 0 });
    expect(pressed(ask, '3').input).toEqual({ kind: 'number', number: 3 });
  });

  it('above 9 a number has two digits and is taken with Enter; a digit that can’t go on is taken at once', () => {
    expect(pressed(many, '1').input).toBeUndefined();
    expect(pressed(many, '1', '2').input).toBeUndefined();
    expect(pressed(many, '1', '2', 'enter').input).toEqual({ kind: 'number', number: 12 });
    expect(pressed(many, '1', '2', 'backspace', '0', 'enter').input).toEqual({ kind: 'number', number: 10 });
    expect(pressed(many, '1', 'enter').input).toEqual({ kind: 'number', number: 1 });
    expect(pressed(many, '1', 'backspace', 'enter').input).toEqual({ kind: 'key', key: 'enter' });
    expect(pressed(many, '2').input).toEqual({ kind: 'number', number: 2 });
    expect(pressed(many, '0').input).toEqual({ kind: 'number', number: 0 });
    expect(pressed(many, '1', '3').local.remark).toBe('13 is not one of 0 to 12.');
  });

  it('a number that waits says what is typed, and what Enter or another digit does', () => {
    expect(pressed(many, '1').local.remark).toBe('1: Enter takes it. For 10-12, type the next digit.');
    expect(pressed(many, '1', '2').local.remark).toBe('12: Enter takes it.');
    expect(pressed(many, '1', '2', 'backspace').local.remark).toBe('1: Enter takes it. For 10-12, type the next digit.');
    expect(pressed(many, '1', 'backspace').local.remark).toBe('');
    expect(pressed({ ...ask, numbers: { from: 1, to: 10, does: '' } }, '1').local.remark).toContain('For 10, type');
  });

  it('a refused number does not stay', () => {
    expect(pressed(many, '1', '3').local.digits).toBe('');
    expect(pressed(many, '1', '3', '4').input).toEqual({ kind: 'number', number: 4 });
  });

  it('Esc is b, a capital letter is its small one, and an arrow is ignored', () => {
    expect(pressed(ask, 'escape').input).toEqual({ kind: 'back' });
    expect(pressed(ask, 'S').input).toEqual({ kind: 'key', key: 's' });
    expect(pressed(ask, 'up').local.remark).toBe('');
  });

  it('a wrong key says which keys there are', () => {
    expect(pressed(ask, 'z').local.remark).toBe('z is no key here: 0-3 Enter s b');
    expect(pressed(ask, '7').local.remark).toBe('7 is not one of 0 to 3.');
    expect(pressed(ask, 'z', 'up').local.remark).toBe('');
    expect(pressed({ ...ask, keys: [] }, 'enter').local.remark).toBe('Enter is no key here: 0-3');
  });

  it('a paste is no key', () => {
    expect(pressed(ask, { paste: '3' }).local.remark).toBe('Pasted text is no key.');
    const taking = [...'et'].map((each) => ({ key: each, does: '' }));
    expect(pressed({ ...ask, keys: taking }, { paste: '3' }).local.remark).toContain('Press e to write a reason');
  });
});

describe('keys at a list', () => {
  const ask: Ask = {
    kind: 'choice',
    message: '?',
    choices: Array.from({ length: 14 }, (_, index) => `choice ${index + 1}`),
    keys: [{ key: 'q', does: 'stop' }],
  };

  it('arrows and Enter choose, and so does a number', () => {
    expect(pressed(ask, 'down', 'down', 'up', 'enter').input).toEqual({ kind: 'choice', index: 1 });
    expect(pressed(ask, 'end', 'enter').input).toEqual({ kind: 'choice', index: 13 });
    expect(pressed(ask, '5').input).toEqual({ kind: 'choice', index: 4 });
    expect(pressed(ask, '1', '4').input).toBeUndefined();
    expect(pressed(ask, '1').local).toMatchObject({ at: 0, remark: '1: Enter takes it. For 10-14, type the next digit.' });
    expect(pressed(ask, '1', '4').local).toMatchObject({ at: 13, remark: '14: Enter takes it.' });
    expect(pressed(ask, '1', '4', 'enter').input).toEqual({ kind: 'choice', index: 13 });
    expect(pressed(ask, '1', 'enter').input).toEqual({ kind: 'choice', index: 0 });
    expect(pressed(ask, 'q').input).toEqual({ kind: 'key', key: 'q' });
    expect(pressed(ask, 'escape').local.remark).toBe('Esc is no key here: 1-14 q');
    expect(pressed({ ...ask, keys: [{ key: 'b', does: 'back' }] }, 'escape').input).toEqual({ kind: 'back' });
    expect(pressed(ask, 'z').local.remark).toContain('z is no key here: 1-14 q');
    expect(pressed({ ...ask, choices: [] }, '3').local.remark).toBe('3 is no key here: q');
  });
});

describe('keys in a pager', () => {
  const ask: Ask = { kind: 'read', topic: { is: 'conventions' } };
  const top = (...keys: string[]): number => pressed(ask, ...keys).local.top;

  it('scroll by lines and pages, not beyond the end', () => {
    expect(top('down', 'down', 'up')).toBe(1);
    expect(top(' ')).toBe(19);
    expect(top('pagedown', 'pageup')).toBe(0);
    expect(top('end')).toBe(80);
    expect(top('end', ' ')).toBe(80);
    expect(top('end', 'home')).toBe(0);
  });

  it('Esc and q leave, and so does Enter at the end', () => {
    expect(pressed(ask, 'escape').input).toEqual({ kind: 'back' });
    expect(pressed(ask, 'q').input).toEqual({ kind: 'back' });
    expect(pressed(ask, 'enter').input).toBeUndefined();
    expect(pressed(ask, 'end', 'enter').input).toEqual({ kind: 'back' });
  });
});

describe('keys at a prompt for a text', () => {
  const ask: Ask = { kind: 'text', message: 'Why?', initial: 'As before' };

  it('type, and Enter gives the text', () => {
    expect(pressed(ask, ',', ' ', 'x', 'enter').input).toEqual({ kind: 'text', text: 'As before, x' });
    expect(pressed(ask, 'escape').input).toEqual({ kind: 'back' });
    expect(pressed(ask, 'ctrl-e').edit).toBe('As before');
    expect(pressed(ask, 'tab', 'up', 'enter').input).toEqual({ kind: 'text', text: 'As before' });
  });

  it.each([
    ['left', 'ab', 1],
    ['home', 'ab', 0],
    ['backspace', 'a', 1],
    ['word-left', 'ab', 0],
    ['ctrl-u', '', 0],
    ['ctrl-w', '', 0],
  ])('%s at the end of ab', (name, text, cursor) => {
    expect(edited(typingOf('ab'), name)).toEqual({ text, cursor });
  });

  it('a character of several code units is one', () => {
    const flag = '🇪🇺';
    expect(edited(typingOf(`a${flag}`), 'backspace')).toEqual({ text: 'a', cursor: 1 });
    expect(edited({ text: `${flag}b`, cursor: 0 }, 'delete')).toEqual({ text: 'b', cursor: 0 });
    expect(edited({ text: 'e\u0301', cursor: 0 }, 'right')).toEqual({ text: 'e\u0301', cursor: 2 });
  });

  it('a paste has its line breaks as spaces, and no control characters', () => {
    expect(inserted(typingOf('a '), 'one\r\ntwo\tthree\u001b[31m\u0000\r')).toEqual({
      text: 'a one two three[31m ',
      cursor: 'a one two three[31m '.length,
    });
  });

  it('an answer has single spaces, unless it is unchanged', () => {
    expect(asAnswer(' two  words ', '')).toBe('two words');
    expect(asAnswer('as  it\nwas', 'as  it\nwas')).toBe('as  it\nwas');
    expect(asAnswer('one \n\n two', '')).toBe('one\n\ntwo');
  });

  it('a text from the editor keeps its paragraphs, and joins the lines in them', () => {
    expect(fromEditor('one\ntwo\n\n \nthree\r\n\n')).toBe('one two\n\nthree');
    expect(fromEditor('\u001b[31m\u0007red 😀')).toBe('[31mred 😀');
  });

  it('a long text is laid out in time that does not depend on its length', () => {
    const text = 'word '.repeat(400_000);
    const begun = performance.now();
    for (let index = 0; index < 100; index++) shown({ text, cursor: text.length - index }, 70, 8);
    expect(performance.now() - begun).toBeLessThan(1000);
  });

  it('lines break at spaces, and the cursor is in its line', () => {
    const text = 'The authority shall publish reports.';
    expect(shown(typingOf(text), 15, 5)).toEqual({
      lines: ['The authority', 'shall publish', 'reports.'],
      row: 2,
      column: 8,
      above: false,
      below: false,
    });
    expect(shown({ text: 'a\n\nb', cursor: 2 }, 15, 5)).toMatchObject({ lines: ['a', '', 'b'], row: 1, column: 0 });
    expect(shown(typingOf('日本語日本語'), 7, 5)).toMatchObject({ lines: ['日本語', '日本語'], row: 1, column: 6 });
  });
});
