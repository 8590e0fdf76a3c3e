import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { formPage, readPageParts } from '../../src/cli/commands/form/page.ts';
import { root, temporaryFolder } from '../fixtures/bundled.ts';
import { writtenForm } from './browser.ts';
import { pageData } from './page-data.ts';

/**
 * A page that `compass form` wrote, with the data, the engine and the content security policy of that page, and another script.
 * @param script the path of its entry module below test/form
 * @param args the arguments of `compass form`
 */
export async function pageWith(script: string, ...args: readonly string[]): Promise<string> {
  const content = pageData(await readFile(await writtenForm(...args), 'utf8'));
  const parts = {
    ...(await readPageParts({ root }, content.payload.draft?.text.reading.language)),
    script: await bundled(join(root, 'test', 'form', script)),
  };
  const file = join(await temporaryFolder(), 'page.html');
  await writeFile(file, formPage(parts, content));
  return file;
}

async function bundled(input: string): Promise<string> {
  const bundle = await rolldown({
    input,
    platform: 'browser',
    plugins: [{ name: 'without-node', resolveId: (id) => (id.endsWith('yaml-package.ts') ? browserYaml : null) }],
  });
  const { output } = await bundle.generate({ format: 'iife', codeSplitting: false });
  await bundle.close();
  return output[0].code.replaceAll('</script', '<\\/script');
}

const browserYaml = join(root, 'src', 'form', 'browser', 'yaml-package.ts');
