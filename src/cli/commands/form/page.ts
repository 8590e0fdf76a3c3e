import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { loaders } from '../../../draft/search/stemmers.ts';
import { toDataBlock } from '../../../form/data-block.ts';
import { mountPoint, pagePart } from '../../../form/page-ids.ts';
import type { Lexicons, PagePayload } from '../../../form/payload.ts';
import { phrase } from '../../../messages/phrases.ts';
import { html, languageMarkup } from '../../../report/escape/html.ts';
import { reportStyle } from '../../../report/write/html/style.ts';
import type { Run } from '../../../run/run.ts';
import { readText } from '../../../source/read.ts';

/** What the page is made of besides its data. The build makes these files. */
export interface PageParts {
  readonly script: string;
  readonly style: string;
  /** The script that searches the draft. */
  readonly engine: string;
  /** The licences of the packages whose code the scripts have. */
  readonly notices: string;
}

/**
 * @param language that of the draft: the script of its stemmer stands before the engine's
 * @throws CompassError if a file of the build is missing
 */
export async function readPageParts({ root }: Pick<Run, 'root'>, language: string | undefined): Promise<PageParts> {
  const part = (name: string): Promise<string> => readText(join(root, 'dist', 'form', name), `dist/form/${name}`);
  const [script, style, engine, notices] = await Promise.all(['page.js', 'page.css', 'engine.js', 'THIRD-PARTY.md'].map(part));
  const needsStemmer = language !== undefined && language !== 'en' && Object.hasOwn(loaders, language);
  const stemmer = needsStemmer ? await part(`stemmer-${language}.js`) : '';
  return { script, style, engine: `${stemmer}${engine}`, notices } as PageParts;
}

/** What the page holds. */
interface PageContent {
  readonly payload: PagePayload;
  /** Empty if there is no draft. */
  readonly lexicons: Lexicons;
}

/**
 * The page as one file: the program, its style and its data. It loads nothing and can send nothing. The same content gives the same
 * bytes.
 */
export function formPage({ script, style, engine, notices }: PageParts, { payload, lexicons }: PageContent): string {
  const { draft, ...rest } = payload;
  const data = [
    block(pagePart.payload, toDataBlock(rest)),
    ...(draft
      ? [
          block(pagePart.draft, toDataBlock(draft)),
          block(pagePart.lexicons, toDataBlock(lexicons)),
          block(pagePart.engine, engine),
        ]
      : []),
  ];
  const title = phrase('report', 'form-title', { rubric: payload.rubric.title });
  const head = html`<meta http-equiv="Content-Security-Policy" content="${policy(draft ? [script, engine] : [script], [style, reportStyle])}">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title}</title>`;
  const body = html`<div id="${mountPoint}"></div>
<noscript><p>${phrase('report', 'form-no-script')}</p></noscript>`;
  return `<!doctype html>
<html ${languageMarkup(payload.spoken.language).markup}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${head.markup}
<style>${style}</style>
</head>
<body>
${body.markup}
${data.join('\n')}
<script>${script}</script>
${block('third-party', notices)}
</body>
</html>
`;
}

/** An element whose text no browser shows or runs. The text has no end tag in it: it is base64, or the build has checked it. */
function block(id: string, text: string): string {
  return `<script type="text/plain" id="${id}">${text}</script>`;
}

/**
 * A content security policy under which only these scripts and styles run, and nothing is loaded or sent. A report that the page shows in
 * a frame of its own has the same policy, so its style is one of them.
 */
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
