import { describe, expect, it } from 'vitest';
import { languages } from '../../src/messages/languages.ts';
import { pseudoCatalogue } from '../fixtures/pseudo.ts';

type Catalogue = Record<string, Record<string, unknown>>;
interface Script {
  readonly checkCatalogue: (
    language: string,
    catalogue: Catalogue,
    english?: Catalogue,
    sources?: Record<string, string>,
  ) => { readonly missing: string[]; readonly stale: string[]; readonly errors: string[] };
  readonly catalogueOf: (language: string) => Catalogue;
}
const { catalogueOf, checkCatalogue } = (await import(String(new URL('../../scripts/messages.js', import.meta.url)))) as Script;

const nothing = { missing: [], stale: [], errors: [] };

it.each(languages.filter((language) => language !== 'en'))('%s is complete', (language) => {
  expect(checkCatalogue(language, catalogueOf(language))).toMatchObject({ missing: [], errors: [] });
});

describe('a catalogue', () => {
  it.each(['en-XA', 'ar-XB', 'zh-XC'] as const)('of a pseudo-language has nothing to mend', (language) => {
    expect(checkCatalogue(language, pseudoCatalogue(language) as Catalogue)).toEqual(nothing);
  });

  const english: Catalogue = {
    report: { open: '{n|question is|questions are} open in {file}', how: 'Example:\n  compass report a.yaml' },
  };
  const check = (open: string, language = 'ru') =>
    checkCatalogue(language, { report: { open, how: 'Пример:\n  compass report a.yaml' } }, english, {});

  it.each([
    ['{n|one=вопрос|few=вопроса|many=вопросов} в {file}', []],
    ['{n|one=вопрос|few=вопроса|many=вопросов}', ['has lost the placeholder {file}']],
    ['{n|one=вопрос|few=вопроса} в {file}', ['{n} lacks the form many']],
    ['{n|вопрос|вопросов} в {file}', ['{n} must name its plural forms: many, one, few']],
    ['{n|one=вопрос|two=вопроса|few=|many=} в {file}', ['{n} has the form two, which ru does not have']],
    ['{n?one=вопрос|few={n} вопроса|many={n} вопросов} в {file} {who}', ['has a placeholder {who} that English does not have']],
    [
      '{n|one=вопрос|few=вопроса|many=вопросов} в {file',
      ['has lost the placeholder {file}', 'has a brace that belongs to no placeholder'],
    ],
  ])('finds what is wrong in %j', (text, errors) => {
    expect(check(text).errors).toEqual(errors.map((error) => `report.open: ${error}`));
  });

  it('finds a missing entry, an unknown one and a lost command line', () => {
    const { missing, errors } = checkCatalogue('ru', { report: { how: 'Пример', hwo: 'Пример' } }, english, {});
    expect(missing).toEqual(['report.open']);
    expect(errors).toEqual([
      'report.how: has lost the command line "compass report a.yaml"',
      'report.hwo: English has no such entry',
    ]);
  });

  it('lets a sentence begin with a command, and what a command does follow it', () => {
    const own = { report: { open: 'compass report writes it', how: '  compass report a.yaml   write the report' } };
    const other = { report: { open: 'compass report écrit le fichier', how: '  compass report a.yaml   écrire le rapport' } };
    expect(checkCatalogue('fr', other, own, {})).toEqual(nothing);
  });

  it('finds a translation whose source was changed', () => {
    const catalogue = { report: { open: '{n|one=а|few=б|many=в} {file}', how: 'Пример:\n  compass report a.yaml' } };
    expect(checkCatalogue('ru', catalogue, english, { 'report.open': '00000000' }).stale).toEqual(['report.open']);
  });
});
