const mimeType = 'application/vnd.oasis.opendocument.text';
/** Bytes. The directory of an archive stands at its end. */
const directoryLength = 65_536;

/**
 * Whether a zip archive is an OpenDocument text, a template of one or a web page in this format: its first part is `mimetype`,
 * uncompressed, so that it can be seen here. An archive that was packed again is known by the names of its parts.
 */
export function isOdt(bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes.subarray(0, 120));
  if (start.includes('mimetypeapplication/')) return start.includes(`mimetype${mimeType}`);
  const directory = new TextDecoder('latin1').decode(bytes.subarray(-directoryLength));
  const names = ['META-INF/manifest.xml', 'mimetype'];
  return (
    names.some((each) => directory.includes(each)) &&
    directory.includes('content.xml') &&
    !directory.includes('[Content_Types].xml')
  );
}

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/** Whether a file is a PDF. Its head may come after other bytes, such as those of a mail or a download. */
export function isPdf(start: string): boolean {
  return /^%PDF-\d/.test(start) || /[\r\n\s\ufeff\u00bf]%PDF-\d\.\d[\r\n]/.test(start.slice(0, 1024));
}

/** Whether the text of a file is RTF, whatever its name. */
export function isRtf(start: string): boolean {
  return /^(?:\u00ef\u00bb\u00bf)?\s*\{\\rtf\d?/.test(start);
}

/** Whether the text of a file is an OpenDocument text in a single XML file. */
export function isFlatOdt(text: string): boolean {
  return /<office:document\s[^>]*office:mimetype="application\/vnd\.oasis\.opendocument\.text/.test(text.slice(0, 20_000));
}

/** Whether the text of a file is a web page, whatever its name. */
export function isHtml(text: string): boolean {
  return /<(?:!doctype\s+html|html|body|head)[\s>]/i.test(text.slice(0, 3000));
}

/** Whether the text of a file is a web page saved as one file (MHTML) or an e-mail: it begins with the heads of one. */
export function isMhtml(start: string): boolean {
  const end = /\r?\n\r?\n/.exec(start.trimStart())?.index ?? start.length;
  const heads = start.trimStart().slice(0, end);
  return (
    /^[A-Za-z-]+:[^\n]*/.test(heads) && /^MIME-Version:/im.test(heads) && /^Content-Type:\s*(?:multipart|text)\//im.test(heads)
  );
}

/** Markup that is left in what passes for plain text, with the name of its format. */
const leftovers: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['RTF', /\\(?:par|pard|plain|rtf1|fs\d+|f\d+|lang\d+)\b/g],
  ['MHTML', /=(?:3D|20|E2=80=|C3=)|=\r?$/gm],
  ['HTML', /<\/(?:p|div|span|td|li)>/gi],
  ['LaTeX', /\\(?:begin|end|section|subsection|item|textbf|emph|documentclass|usepackage)\b/g],
  ['PostScript', /^(?:%%\w+:|.{0,80}\b(?:moveto|setfont|findfont|show|gsave|grestore)\s*\r?$)/gm],
  ['XML', /<\/?(?:w|wx|o|text|style|office|fo|m|xs|xsl|pkg):[a-zA-Z]+/g],
  ['JSON', /^[^\S\n]{0,100}"[^"\n]{1,60}"\s{0,9}:\s{0,9}(?:"|\[|\{|\d)/gm],
  ['uuencoded', /^M[\x20-\x60]{60}\r?$/gm],
  ['base64', /^[A-Za-z0-9+/]{60,}={0,2}\r?$/gm],
];
/** As many pieces of markup in a text cannot be examples in its words. */
const minLeftovers = 8;

/** The format whose source a plain text is, in whole or in part; undefined for an ordinary text. */
export function leftoverOf(text: string): string | undefined {
  const start = text.slice(0, 200_000);
  return leftovers.find(([, pattern]) => (start.match(pattern)?.length ?? 0) >= minLeftovers)?.[0];
}

/** Whether a text is nothing but base64 data. */
export function isBase64(text: string): boolean {
  const start = text.slice(0, 20_000).trim();
  const lines = start.split(/\r?\n/);
  return (
    start.length > 200 &&
    lines.slice(0, -1).every((line) => /^[A-Za-z0-9+/]{40,}$/.test(line)) &&
    /^[A-Za-z0-9+/=\s]+$/.test(start)
  );
}

/** Patterns of the data files that compass writes: answers, results and evidence, SARIF, CSV, NDJSON. */
const ownData = [
  /(?:^|[{,]\s{0,20})[^\S\n]{0,20}["']?format["']?\s{0,20}:\s{0,20}["']?compass-(?:answers|result|evidence|panel|compare|find)\//m,
  /"name"\s{0,20}:\s{0,20}"ungps-compass"/,
  /^\ufeff?file,(?:kind,)?title,version,jurisdiction,reviewer,/,
  /^\{"source":"[^"\n]{0,500}","draft":\{/,
];

/** Whether a text is an answers file of compass, or a result with the quotes of one. */
export function isOwnFile(text: string): boolean {
  return ownData.some((pattern) => pattern.test(text));
}
