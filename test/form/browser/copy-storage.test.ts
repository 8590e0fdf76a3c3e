import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { copyStorage } from '../../../src/form/browser/copy-storage.ts';

const aside = 'compass-form:k:set-aside';
let items: Map<string, string>;

beforeEach(() => {
  items = new Map();
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, text: string) => void items.set(name, text),
    removeItem: (name: string) => void items.delete(name),
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

it('a list of earlier copies that is damaged is one copy, and others are kept beside it', () => {
  const damaged = '[{"text":"first","at":1},{"text":"sec';
  items.set(aside, damaged);
  const storage = copyStorage('k');
  expect(storage.earlier()).toEqual([{ text: damaged }]);
  storage.setEarlier([damaged, 'new']);
  expect(copyStorage('k').earlier()).toMatchObject([{ text: damaged }, { text: 'new' }]);
});

it('an entry of the list that is no copy is kept as its text', () => {
  items.set(aside, JSON.stringify(['former', { text: 'dated', at: 5 }, { other: 1 }, null]));
  expect(copyStorage('k').earlier()).toEqual([
    ...[{ text: 'former' }, { text: 'dated', at: 5 }, { text: '{"other":1}' }],
    { text: 'null' },
  ]);
});

it('each opening of the page is another tab', () => {
  expect(copyStorage('k').tab).not.toBe(copyStorage('k').tab);
});
