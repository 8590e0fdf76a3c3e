import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { root } from './fixtures/bundled.ts';

const folder = join(root, '.github', 'ISSUE_TEMPLATE');

interface Form {
  readonly name: string;
  readonly description: string;
  readonly body: readonly { readonly type: string; readonly id?: string; readonly attributes: Record<string, unknown> }[];
}

describe('the issue forms', async () => {
  const names = (await readdir(folder)).filter((name) => name !== 'config.yml');

  it('exist for a bug, a question of the rubric and a misread draft', () => {
    expect(names.sort()).toEqual(['bug.yml', 'misread-draft.yml', 'rubric-question.yml']);
  });

  it.each(names)('%s has what GitHub requires of a form', async (name) => {
    const form = parse(await readFile(join(folder, name), 'utf8')) as Form;
    expect(form.name).toBeTruthy();
    expect(form.description).toBeTruthy();
    const fields = form.body.filter(({ type }) => type !== 'markdown');
    expect(fields.length).toBeGreaterThan(0);
    for (const { type, id, attributes } of fields) {
      expect(['input', 'textarea', 'dropdown']).toContain(type);
      expect(id).toMatch(/^[a-z-]+$/);
      expect(attributes['label']).toBeTruthy();
    }
    expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
  });
});
