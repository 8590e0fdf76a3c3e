import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../../src/draft/read.ts';
import { walk } from '../../../src/draft/structure/provision.ts';
import { labelsOf } from './outline.ts';

describe('Russian articles', () => {
  it.each([
    ['with a full stop', 'Статья 15.1. Консультации', 'art. 15.1'],
    ['with a dash', 'Статья 15-1. Консультации', 'art. 15-1'],
    ['with a superscript of its own', 'Статья 15¹. Консультации', 'art. 15^1'],
    ['with a superscript of two digits', 'Статья 15¹². Консультации', 'art. 15^12'],
  ])('that are inserted, %s', async (_, heading, label) => {
    expect(await labelsOf('Статья 15. Орган', 'Орган независим.', heading, 'Они публичны.', 'Статья 16. Срок', 'Год.')).toEqual([
      'art. 15',
      label,
      'art. 16',
    ]);
  });

  it('that are inserted, with a superscript in HTML', async () => {
    const html = `<h3>Статья 15. Орган</h3><p>Орган независим.</p><h3>Статья 15<sup>1</sup>. Консультации</h3><p>1. Они публичны.</p>
      <p>1<sup>1</sup>. Они бесплатны.</p><p>2. Они обязательны.</p>`;
    const { provisions } = await parseDraft(Buffer.from(html), 'law.html');
    expect([...walk(provisions)].map(({ provision }) => provision.label)).toEqual([
      'art. 15',
      'art. 15^1',
      'art. 15^1(1)',
      'art. 15^1(1^1)',
      'art. 15^1(2)',
    ]);
  });

  it('a sentence that begins with an article is none', async () => {
    expect(await labelsOf('Статья 1. Орган', 'Статья 5 Конституции гарантирует права.', 'Статья 2. Срок', 'Год.')).toEqual([
      'art. 1',
      'art. 2',
    ]);
  });

  it('books, parts, sections, paragraphs and annexes', async () => {
    expect(
      await labelsOf(
        'Книга первая. Общее',
        'Раздел I. Начала',
        'Подраздел 1. Основы',
        'Глава 1. Предмет',
        '§ 1. Общие положения',
        'Статья 1. Орган',
        'Орган независим.',
        '§ 2. Иное',
        'Статья 2. Срок',
        'Год.',
        'Приложение 1',
        'Перечень сведений',
      ),
    ).toEqual([
      'book 1',
      'book 1, title I',
      'book 1, title I, subtitle 1',
      'book 1, title I, subtitle 1, chap. 1',
      'book 1, title I, subtitle 1, chap. 1, sec. 1',
      'art. 1',
      'book 1, title I, subtitle 1, chap. 1, sec. 2',
      'art. 2',
      'annex 1',
    ]);
  });

  it('letters skip those that Russian lists skip', async () => {
    const letters = [...'абвгдежзиклмнопрст'];
    const items = letters.map((letter) => `${letter}) сведения;`);
    expect(await labelsOf('Статья 1. Орган', 'Орган ведёт:', ...items, 'Статья 2. Срок', 'Год.')).toEqual([
      'art. 1',
      ...letters.map((letter) => `art. 1(${letter})`),
      'art. 2',
    ]);
  });
});
