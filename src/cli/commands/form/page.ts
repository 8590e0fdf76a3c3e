import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { toDataBlock } from '../../../form/data-block.ts';
import { dataBlock, mountPoint } from '../../../form/page-ids.ts';
import type { Payload } from '../../../form/payload.ts';
import { html } from '../../../report/escape/html.ts';
import type { Run } from '../../../run/run.ts';
import { readText } from '../../../source/read.ts';

/** The page as one file: the program, its style and its data. It loads nothing. */
export async function formPage({ root }: Pick<Run, 'root'>, payload: Payload, language: string): Promise<string> {
  const part = (name: string): Promise<string> => readText(join(root, 'dist', 'form', name), `dist/form/${name}`);
  const [script, style] = await Promise.all([part('page.js'), part('page.css')]);
  const { title } = payload.rubric;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy([script], [style])}">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${html`${title}`.markup}</title>
<style>${style}</style>
</head>
<body>
<div id="${mountPoint}"></div>
<script type="application/octet-stream" id="${dataBlock.payload}">${toDataBlock(payload)}</script>
<script>${script}</script>
</body>
</html>
`;
}

/** A content security policy under which only these scripts and styles run, and nothing is loaded or sent. */
function policy(scripts: readonly string[], styles: readonly string[]): string {
  return [
    "default-src 'none'",
    `script-src ${scripts.map(hashSource).join(' ')}`,
    `style-src ${styles.map(hashSource).join(' ')}`,
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
