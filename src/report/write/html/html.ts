import type { Document } from '../../document/blocks.ts';

export function writeHtml({ title }: Document): string {
  return title;
}
