import { describe, expect, it } from 'vitest';
import { heightFor, widthFor } from '../../src/workbook/heights.ts';

const words = (count: number): string => Array.from({ length: count }, () => 'reason').join(' ');

describe('a column', () => {
  it('keeps its width while its rows can be high enough', () => {
    expect(widthFor([words(10), 'short'], 48)).toBe(48);
  });

  it('is wider if a text would be cut below the highest row that there can be', () => {
    const width = widthFor([words(400)], 48);
    expect(width).toBeGreaterThan(48);
    expect(heightFor([[words(400), 48]])).toBe(409);
    expect(heightFor([[words(400), width]])).toBeLessThanOrEqual(409);
  });

  it('is never wider than Excel allows', () => {
    expect(widthFor([words(100_000)], 48)).toBe(200);
  });
});
