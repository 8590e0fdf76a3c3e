import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { localised, textsOf } from '../../../src/core/localised.ts';
import { compiledRubric } from '../../../src/rubric/compiled.ts';
import { loadRubric } from '../../../src/rubric/load.ts';
import { checkLocale } from '../../../src/rubric/locales/check.ts';
import { compileLocale } from '../../../src/rubric/locales/compile.ts';
import { compiledOverlay } from '../../../src/rubric/locales/compiled.ts';
import { fingerprint } from '../../../src/rubric/locales/fingerprint.ts';
import { lintLocales } from '../../../src/rubric/locales/lint.ts';
import { loadOverlay } from '../../../src/rubric/locales/load.ts';
import { readLocale } from '../../../src/rubric/locales/read.ts';
import { localeTexts } from '../../../src/rubric/locales/text.ts';
import { problemMessage } from '../../../src/source/problem.ts';
import { bundledRubric, changedRubric, root } from '../../fixtures/bundled.ts';

const starter = join(root, 'examples', 'starter-rubric');
const oversight = 'locales/fr/features/oversight.yaml';

/** Writes the files of a translation as `compass rubric translate fr` does. */
async function translate(folder: string): Promise<void> {
  const { rubric } = await loadRubric(folder, 'starter');
  const present = new Map((await readLocale(folder, 'starter', 'fr')).map(({ file, texts }) => [file, texts]));
  for (const { file, text } of localeTexts(rubric, 'fr', present)) {
    const path = join(folder, 'locales', 'fr', file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
}

/** The starter rubric with the title of its feature in French. */
async function translated(): Promise<string> {
  const folder = await changedRubric(starter);
  await translate(folder);
  await change(folder, oversight, /("oversight\.title":\n.*\n *text: )""/, '$1Surveillance');
  return folder;
}

async function change(folder: string, file: string, text: string | RegExp, replacement: string): Promise<void> {
  const before = await readFile(join(folder, file), 'utf8');
  const after = before.replace(text, replacement);
  if (after === before) throw new Error(`nothing to replace in ${file}: ${text}`);
  await writeFile(join(folder, file), after);
}

async function checked(folder: string): Promise<ReturnType<typeof checkLocale>> {
  const { rubric } = await loadRubric(folder, 'starter');
  return checkLocale(rubric, 'fr', await readLocale(folder, 'starter', 'fr'));
}

describe('the files of a translation', () => {
  it('have every text of the rubric below its source, and are valid before anything is translated', async () => {
    const folder = await changedRubric(starter);
    const { rubric } = await loadRubric(folder, 'starter');
    await translate(folder);
    const { texts, missing, stale, errors } = await checked(folder);
    expect({ texts, missing: missing.length }).toEqual({ texts: textsOf(rubric).length, missing: textsOf(rubric).length });
    expect([...stale, ...errors]).toEqual([]);
    const text = await readFile(join(folder, oversight), 'utf8');
    expect(text).toContain(`  # en: ${rubric.features[0]?.title}\n  "oversight.title":`);
  });

  it('keep what is translated, and a remark, when they are refreshed', async () => {
    const folder = await translated();
    await change(folder, oversight, 'text: Surveillance', 'text: Surveillance\n    note: as in the French edition');
    const before = await readFile(join(folder, oversight), 'utf8');
    await translate(folder);
    const after = await readFile(join(folder, oversight), 'utf8');
    expect(after.split('\n').slice(3)).toEqual(before.split('\n').slice(3));
    await translate(folder);
    expect(await readFile(join(folder, oversight), 'utf8')).toBe(after);
  });

  it('mark a text whose source was changed, and accept it once its `of` names the new wording', async () => {
    const folder = await translated();
    await change(folder, 'features/oversight.yaml', /^title: .*$/m, 'title: Another title');
    expect((await checked(folder)).stale.map(problemMessage)).toEqual([expect.stringContaining('oversight.title')]);
    expect((await checked(folder)).overlay.texts).toEqual({});
    await translate(folder);
    const text = await readFile(join(folder, oversight), 'utf8');
    expect(text).toContain(`write of: "${fingerprint('Another title')}"`);
    expect(text).toContain('text: Surveillance');
    await change(
      folder,
      oversight,
      /"oversight\.title":\n {4}of: ".*"/,
      `"oversight.title":\n    of: "${fingerprint('Another title')}"`,
    );
    expect((await checked(folder)).overlay.texts).toEqual({ 'features/oversight.yaml': { 'oversight.title': 'Surveillance' } });
  });

  it('keep the translation of a text that the rubric no longer has, marked as an error', async () => {
    const folder = await translated();
    await change(folder, oversight, '"oversight.title":', '"oversight.titel":');
    expect((await checked(folder)).errors.map(problemMessage)).toEqual([
      'features/oversight.yaml of the rubric has no text oversight.titel',
    ]);
    await translate(folder);
    expect(await readFile(join(folder, oversight), 'utf8')).toMatch(
      /# GONE.*\n {2}"oversight\.titel":\n.*\n {4}text: Surveillance/,
    );
  });
});

describe('lint', () => {
  it('counts what is missing and stale in each language, and names texts', async () => {
    const folder = await translated();
    const count = textsOf((await loadRubric(folder, 'starter')).rubric).length;
    const { errors, notes, summaries } = await lintLocales(folder, 'starter');
    expect(errors).toEqual([]);
    expect(summaries).toEqual([`fr: 1 of ${count} texts translated, ${count - 1} missing, 0 to be checked again`]);
    expect(notes.map(({ source }) => source)).toContain(`starter/${oversight}`);
    expect(notes.map(problemMessage).join('\n')).toContain('oversight.summary');
  });

  it('refuses a list for a text, a text for a list, and a translation that loses the id of a question', async () => {
    const folder = await changedRubric(starter, ['features/oversight.yaml', /^( *)help: .*$/m, '$1help: See oversight.appeal.']);
    await translate(folder);
    await change(folder, oversight, /("oversight\.title":\n.*\n *text: )""/, '$1[Surveillance]');
    await change(folder, oversight, /(\.terms":\n.*\n *text: )\[\]/, '$1autorité');
    await change(folder, oversight, /(# en: See oversight\.appeal\.\n.*\n.*\n *text: )""/, '$1Voir la question suivante.');
    const messages = (await lintLocales(folder, 'starter')).errors.map(problemMessage);
    expect(messages).toHaveLength(3);
    expect(messages.join('\n')).toMatch(/must be a text[\s\S]*names oversight\.appeal[\s\S]*must be a list/);
  });

  it('refuses a file in the folder of another language', async () => {
    const folder = await translated();
    await change(folder, oversight, 'language: fr', 'language: es');
    await expect(lintLocales(folder, 'starter')).rejects.toThrow('its language is es');
  });
});

describe('a rubric in another language', () => {
  it('has the digest, ids, values and weights of the rubric', async () => {
    const { rubric, digest } = await bundledRubric();
    const texts = textsOf(rubric);
    const overlay: Record<string, Record<string, string>> = {};
    for (const { file, key, text } of texts) {
      if (typeof text === 'string') overlay[file] = { ...overlay[file], [key]: `[${text}]` };
    }
    const french = localised(rubric, { language: 'fr', texts: overlay });
    expect(french.translated).toEqual({ from: 'en', untranslated: [] });
    const { translated: _, language, ...rest } = french;
    expect(language).toBe('fr');
    // Only texts differ: with the brackets removed, the rubric is as it was.
    const plain = JSON.parse(JSON.stringify(rest).replaceAll('"[', '"').replaceAll(']"', '"').replaceAll(']",', '",'));
    const { language: __, ...source } = rubric;
    expect(JSON.stringify(plain).length).toBeGreaterThan(100_000);
    expect(plain).toEqual(JSON.parse(JSON.stringify(source).replaceAll('"[', '"').replaceAll(']"', '"').replaceAll(']",', '",')));
    expect(digest).toMatch(/^sha256:/);
  });

  it('names the texts that stayed in the language of the rubric', async () => {
    const folder = await translated();
    const { rubric } = await loadRubric(folder, 'starter');
    const french = localised(rubric, await loadOverlay(rubric, folder, 'starter', 'fr'));
    expect(french.features[0]?.title).toBe('Surveillance');
    expect(french.features[0]?.summary).toBe(rubric.features[0]?.summary);
    expect(french.translated?.untranslated).toContain('features/oversight.yaml: oversight.summary');
    expect(french.translated?.untranslated).not.toContain('features/oversight.yaml: oversight.title');
  });

  it('does not change the digest: a translation is no file of the rubric', async () => {
    const folder = await translated();
    expect((await loadRubric(folder)).digest).toBe((await loadRubric(starter)).digest);
  });
});

describe('a compiled translation', () => {
  it('is used until a file of it or the rubric changes', async () => {
    const folder = await translated();
    const { digest, rubric } = await loadRubric(folder);
    const path = join(folder, 'compiled.json');
    await writeFile(path, await compileLocale(folder, 'fr'));
    expect(compiledOverlay(folder, 'fr', path, digest)).toEqual(await loadOverlay(rubric, folder, folder, 'fr'));
    expect(compiledOverlay(folder, 'fr', path, 'sha256:other')).toBeUndefined();
    await change(folder, oversight, 'text: Surveillance', 'text: Contrôle');
    expect(compiledOverlay(folder, 'fr', path, digest)).toBeUndefined();
  });

  it('is no part of the compiled rubric', async () => {
    const folder = await translated();
    const { compileRubric } = await import('../../../src/rubric/compile.ts');
    const path = join(folder, 'compiled.json');
    await writeFile(path, await compileRubric(folder));
    await change(folder, oversight, 'text: Surveillance', 'text: Contrôle');
    expect(compiledRubric(folder, path)).toBeDefined();
  });
});
