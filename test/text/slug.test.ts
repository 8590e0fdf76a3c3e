import { describe, expect, it } from 'vitest';
import { slug } from '../../src/text/slug.ts';

describe('the name of a file out of a title', () => {
  it.each([
    ['Online Platforms Bill', 'online-platforms-bill'],
    ['Loi 12, « Égalité »', 'loi-12-egalite'],
    ['مشروع قانون', 'مشروع-قانون'],
    ['...', 'draft'],
  ])('has the letters and digits of %j', (title, name) => expect(slug(title)).toBe(name));

  it.each(['CON', 'nul', 'Aux', 'prn.', 'COM1', 'lpt9'])('is no name that Windows keeps for a device: %s', (title) => {
    expect(slug(title)).toMatch(/^(con|nul|aux|prn|com1|lpt9)-draft$/);
  });

  it.each(['Conduct', 'Com', 'Auxiliary', 'COM10'])('is left alone if it only resembles one: %s', (title) => {
    expect(slug(title)).toBe(title.toLowerCase());
  });
});
