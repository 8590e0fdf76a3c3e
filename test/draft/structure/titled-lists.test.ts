import { describe, expect, it } from 'vitest';
import { labelsOf } from './outline.ts';

const law = ['Article 1', 'Rents are fixed.', 'Article 2', 'Tenants may sue.', 'ANNEX'];

describe('a list below a point that is only a title', () => {
  it('is inside it, although both have the same kind of number', async () => {
    const annex = ['1. Rights', '1. The right to life.', '2. The right to liberty.', '3. The right to a home.', '2. Instruments'];
    expect((await labelsOf(...law, ...annex)).slice(2)).toEqual([
      'annex',
      'annex(1)',
      'annex(1)(1)',
      'annex(1)(2)',
      'annex(1)(3)',
      'annex(2)',
    ]);
  });

  it('is not inside the last item of a list that starts again', async () => {
    const annex = ['1. Name', '2. Address', '1. Name', '2. Address', '3. Rent'];
    expect((await labelsOf(...law, ...annex)).slice(2)).toEqual([
      'annex',
      'annex(1)',
      'annex(2)',
      'annex(1)',
      'annex(2)',
      'annex(3)',
    ]);
  });
});
