// Measures how long it takes to read, index and search a law of 200 pages (about 100,000 words), compared with only parsing the file
// with the format's library. The law consists of the bundled bill's articles, repeated and renumbered.
//   node bench/speed.js
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { strFromU8, unzipSync, zipSync } from 'fflate';
import { Parser } from 'htmlparser2';
import { rolldown } from 'rolldown';
import { getDocumentProxy } from 'unpdf';

const root = fileURLToPath(new URL('..', import.meta.url));
const words = 100_000;

const bundle = await rolldown({
  input: {
    read: `${root}src/draft/read.ts`,
    search: `${root}src/draft/search/search.ts`,
    quotes: `${root}src/draft/quotes/quotes.ts`,
    lexicon: `${root}src/draft/read-lexicon.ts`,
  },
  platform: 'node',
  external: [/^node:/, /^[a-z@](?!:)/],
});
// In node_modules, so that imports of libraries are resolved.
const out = join(root, 'node_modules', '.compass-bench');
await bundle.write({ dir: out, format: 'esm' });
const load = (name) => import(pathToFileURL(join(out, `${name}.js`)).href);
const [{ parseDraft }, { draftSearch }, { quoteFinder }, { readLexicon }] = await Promise.all(
  ['read', 'search', 'quotes', 'lexicon'].map(load),
);

const text = longLaw();
const files = {
  'law.txt': [Buffer.from(text), (bytes) => bytes.toString('utf8').split('\n').length],
  'law.html': [Buffer.from(toHtml(text)), parseHtml],
  'law.xml': [Buffer.from(toAkn(text)), parseXml],
  'law.docx': [toDocx(text), parseDocx],
  'law.pdf': [toPdf(text), parsePdf],
};
console.log(`a law of ${text.split(/\s+/).length} words\n`);
console.log('            library   read    ratio   index   read + index   search   quote');
for (const [name, [bytes, parse]] of Object.entries(files)) {
  const library = await best(() => parse(bytes));
  const read = await best(() => parseDraft(bytes, name));
  const draft = await parseDraft(bytes, name);
  const lexicon = (language) => readLexicon(join(root, 'lexicon'), language);
  const index = await best(() => draftSearch(draft, lexicon));
  const search = await draftSearch(draft, lexicon);
  const query = {
    words: 'Can people harmed go to court?',
    terms: ['court', 'judicial remedy', 'bring proceedings', 'limitation period', 'legal aid'],
  };
  const find = await best(() => search.find(query, 5));
  const finder = quoteFinder(draft);
  let count = 0;
  const quote = await best(() =>
    finder.find(`at least once a year a large platform shall carry out some risk assessment ${count++}`),
  );
  const ms = (value) => `${value.toFixed(0).padStart(6)} ms`;
  console.log(
    `${name.padEnd(9)} ${ms(library)} ${ms(read)} ${(read / library).toFixed(1).padStart(6)} ${ms(index)}    ${ms(read + index)} ${ms(find)} ${ms(quote)}`,
  );
}
rmSync(out, { recursive: true, force: true });

async function best(work, times = 5) {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < times; round++) {
    const start = performance.now();
    await work();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

function longLaw() {
  const bill = readFileSync(join(root, 'test/fixtures/drafts/bill.txt'), 'utf8');
  const articles = bill.slice(bill.indexOf('Article 1 - '), bill.indexOf('Annex I - ')).split(/^(?=Article \d+ - )/m);
  const parts = ['A long act\n\n'];
  for (let number = 1, count = 0; count < words; number++) {
    const article = articles[(number - 1) % articles.length]
      .replace(/^Article \d+/, `Article ${number}`)
      .replace(/^Chapter .*$/gm, '');
    parts.push(article);
    count += article.split(/\s+/).length;
  }
  return parts.join('');
}

function paragraphs(law) {
  return law
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter(Boolean);
}

function escaped(paragraph) {
  return paragraph.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function toHtml(law) {
  return `<!doctype html><html><body>${paragraphs(law)
    .map((each) => `<p>${escaped(each)}</p>`)
    .join('\n')}</body></html>`;
}

/** Akoma Ntoso, with articles and numbered paragraphs. */
function toAkn(law) {
  const articles = law.split(/^(?=Article \d+ - )/m).slice(1);
  const body = articles.map((article) => {
    const [title, ...rest] = paragraphs(article);
    const [, number, heading] = /^Article (\d+) - (.*)$/.exec(title);
    const content = rest.map((each, index) => {
      const id = `art_${number}__para_${index + 1}`;
      return `<paragraph eId="${id}"><num>${index + 1}.</num><content><p>${escaped(each)}</p></content></paragraph>`;
    });
    return `<article eId="art_${number}"><num>Article ${number}</num><heading>${escaped(heading)}</heading>${content.join('\n')}</article>`;
  });
  return `<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act><body>${body.join('\n')}</body></act></akomaNtoso>`;
}

function toDocx(law) {
  const body = paragraphs(law)
    .map((each) => `<w:p><w:r><w:t>${escaped(each)}</w:t></w:r></w:p>`)
    .join('');
  const xml = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
  return zipSync({ 'word/document.xml': new TextEncoder().encode(xml) });
}

/** A PDF with pages of 50 lines in Helvetica, and a gap between paragraphs. */
function toPdf(law) {
  const lines = law.split('\n').map((line) => line.replace(/[^\x20-\x7e]/g, '-').replace(/[\\()]/g, '\\$&'));
  const pages = [];
  for (let at = 0; at < lines.length; at += 50) {
    const shown = lines
      .slice(at, at + 50)
      .map((line, row) => (line.trim() ? `1 0 0 1 60 ${780 - row * 14} Tm (${line}) Tj` : ''))
      .filter(Boolean);
    pages.push(`BT /F1 10 Tf ${shown.join('\n')} ET`);
  }
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${4 + index * 2} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  for (const [index, content] of pages.entries()) {
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + index * 2} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    );
  }
  let pdf = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = pdf.length;
    pdf += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const xref = `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer << /Size ${size} /Root 1 0 R >>\nstartxref\n${pdf.length}\n%%EOF\n`;
  return Buffer.from(pdf + xref, 'latin1');
}

function parseHtml(bytes) {
  let length = 0;
  const parser = new Parser({
    ontext: (data) => {
      length += data.length;
    },
  });
  parser.end(bytes.toString('utf8'));
  return length;
}

function parseDocx(bytes) {
  return parseXml(Buffer.from(strFromU8(unzipSync(bytes)['word/document.xml'])));
}

function parseXml(bytes) {
  let length = 0;
  const parser = new Parser(
    {
      ontext: (data) => {
        length += data.length;
      },
    },
    { xmlMode: true },
  );
  parser.end(bytes.toString('utf8'));
  return length;
}

async function parsePdf(bytes) {
  const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  let count = 0;
  for (let number = 1; number <= document.numPages; number++)
    count += (await (await document.getPage(number)).getTextContent()).items.length;
  await document.destroy();
  return count;
}
