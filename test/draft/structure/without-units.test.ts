import { describe, expect, it } from 'vitest';
import { outlineOf } from './outline.ts';

describe('a text with numbers of several levels only', () => {
  it('keeps them as the numbers of its paragraphs', async () => {
    const outline = await outlineOf(
      'Tenants policy',
      'PART I General',
      '1.1 This policy protects tenants.',
      'PART II Duties',
      '2.1 Landlords register.',
      '2.2 They keep records.',
    );
    expect(outline).toContain('para. 1.1 This policy protects tenants.');
    expect(outline).toContain('para. 2.1 Landlords register.');
    expect(outline).toContain('para. 2.2 They keep records.');
  });

  it('with a letter as the last level', async () => {
    const outline = await outlineOf(
      '9.1 Tenants may appeal.',
      '9.2 It is free.',
      '9.2.a It takes ten days.',
      '9.2.b It is final.',
    );
    expect(outline.slice(2)).toEqual(['para. 9.2.a It takes ten days.', 'para. 9.2.b It is final.']);
  });

  it('counts the paragraphs if a number comes twice', async () => {
    const outline = await outlineOf('2.1 Landlords register.', '2.1 Tenants complain.', 'They may sue.');
    expect(outline).toEqual(['para. 1 2.1 Landlords register.', 'para. 2 2.1 Tenants complain.', 'para. 3 They may sue.']);
  });
});
