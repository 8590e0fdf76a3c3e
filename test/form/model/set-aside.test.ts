import { expect, it } from 'vitest';
import { setAsideIn } from '../../../src/form/model/browser-copy/set-aside.ts';

it('a list of earlier copies that is damaged is one copy', () => {
  const damaged = '[{"text":"first","at":1},{"text":"sec';
  expect(setAsideIn(damaged)).toEqual([{ text: damaged }]);
  expect(setAsideIn('{}')).toEqual([{ text: '{}' }]);
});

it('an entry that is no copy is kept as its text', () => {
  expect(setAsideIn(JSON.stringify(['former', { text: 'dated', at: 5 }, { other: 1 }, null]))).toEqual([
    ...[{ text: 'former' }, { text: 'dated', at: 5 }, { text: '{"other":1}' }],
    { text: 'null' },
  ]);
});
