/** Pieces that readers stumble over. */
const pieces = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '&a ',
  '*a',
  '<<: ',
  '!!set ',
  '!!js/function ',
  '%YAML 1.1\n---\n',
  '---\n',
  '...\n',
  '? ',
  '- ',
  ': ',
  '\t',
  '"',
  "'",
  '|\n',
  '>-\n',
  '{',
  '}',
  '[',
  ']',
  '#',
  '\r\n',
  '\r',
  '\0',
  '\u001b[31m',
  '\u202e',
  '\u2066',
  '\u2028',
  '\u0085',
  '\ufeff',
  '\ufffe',
  '\ud800',
  'null',
  '~',
  'true',
  '.inf',
  '.nan',
  '-0',
  '1e999',
  '99999999999999999999',
  '-1',
  '0x1f',
  '0o17',
  '1_000',
  '2026-03-02',
  '<',
  '>',
  '</',
  '/>',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<!ENTITY x "y">',
  '&x;',
  '&#0;',
  '&#x110000;',
  '&amp',
  '<?xml version="1.0" encoding="utf-16"?>',
  'Article 1\n\n',
  'art. ',
  '(a)',
  '(1)',
  '1.',
  '1.1.1 ',
  'annex ',
  '§ ',
  'iii)',
  'MMMM',
  '[...]',
  '...',
  '\u00ad',
  'ﬁ',
  '“',
  '—',
  '\u0130',
  '=cmd|',
  '@',
  '%0A',
  '::',
  '${',
  '{0}',
  '[x](javascript:y)',
  '`',
  '|',
  '\\',
  '\\u0000',
  '\\x',
  '../',
  'C:\\',
  'level: ',
  'evidence: ',
  'was: ',
  'quote: ',
  'notApplicable: ',
  '"__proto__":',
].map((piece) => Buffer.from(piece));

/** A source of whole numbers below a bound: the same seed, the same numbers. */
export function numbersFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % Math.max(1, below);
  };
}

/** A variant of an input: one to eight changes of bytes, pieces, lines, or a part of another input. */
export function mutated(input: Uint8Array, other: Uint8Array, next: (below: number) => number, longest = 4000): Uint8Array {
  let bytes = Buffer.from(input);
  const changes = 1 << next(4);
  for (let change = 0; change < changes; change++) {
    const at = next(bytes.length + 1);
    const length = Math.min(bytes.length - at, 1 << next(9));
    switch (next(9)) {
      case 0:
        if (at < bytes.length) bytes[at] = (bytes[at] ?? 0) ^ (1 << next(8));
        break;
      case 1:
        if (at < bytes.length) bytes[at] = next(next(4) === 0 ? 256 : 128);
        break;
      case 2:
      case 3:
        bytes = Buffer.concat([bytes.subarray(0, at), pieces[next(pieces.length)] ?? Buffer.alloc(0), bytes.subarray(at)]);
        break;
      case 4:
        bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
        break;
      case 5: {
        const to = next(bytes.length + 1);
        bytes = Buffer.concat([bytes.subarray(0, to), bytes.subarray(at, at + length), bytes.subarray(to)]);
        break;
      }
      case 6: {
        const from = next(other.length + 1);
        bytes = Buffer.concat([bytes.subarray(0, at), other.subarray(from, from + length), bytes.subarray(at + length)]);
        break;
      }
      case 7: {
        const piece = bytes.subarray(at, at + Math.min(length, 16));
        const times = 1 << next(7);
        bytes = Buffer.concat([bytes.subarray(0, at), ...Array.from({ length: times }, () => piece), bytes.subarray(at)]);
        break;
      }
      default: {
        const lines = bytes.toString('latin1').split('\n');
        const [from, to] = [next(lines.length), next(lines.length)];
        [lines[from], lines[to]] = [lines[to] ?? '', lines[from] ?? ''];
        bytes = Buffer.from(lines.join('\n'), 'latin1');
      }
    }
    if (bytes.length > longest) bytes = bytes.subarray(0, longest);
  }
  return bytes;
}
