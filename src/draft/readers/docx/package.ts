import { strFromU8 } from 'fflate';
import { CompassError } from '../../../source/problem.ts';
import { type UnpackBudget, unpackParts } from '../unzip.ts';
import { type Element, parseXml, withUsualPrefixes } from '../xml.ts';
import type { Import } from './imports.ts';

/** The parts of a Word file that are read. */
export interface WordPackage {
  readonly main: Element;
  /** Numbering, styles and notes; an empty element for a part that the file lacks. */
  readonly part: (kind: 'numbering' | 'styles' | 'footnotes' | 'endnotes') => Element;
  /** The imported files (`altChunk`) by the id of their relationship. */
  readonly imports: ReadonlyMap<string, Import>;
}

interface Relationship {
  readonly id: string;
  /** The last part of the type's address: `footnotes`. */
  readonly type: string;
  /** Path in the package. */
  readonly target: string;
}

/** The usual prefix of each namespace, by the end of its address: the transitional and the strict variant differ before it. */
const prefixes = {
  'wordprocessingml/2006/main': 'w',
  'ooxml/wordprocessingml/main': 'w',
  'officeDocument/2006/relationships': 'r',
  'ooxml/officeDocument/relationships': 'r',
  'markup-compatibility/2006': 'mc',
};
const empty: Element = { name: '', attributes: {}, children: [], text: '', pieces: [], offset: 0 };

/**
 * Unpacks a Word file. Its main part is the one that the package names; most editors call it `word/document.xml`.
 * @throws CompassError if it is not a Word file, is encrypted, or unpacks to more than 64 MB
 */
export function openPackage(bytes: Uint8Array, name: string, budget?: UnpackBudget): WordPackage {
  // Word stores encrypted documents in an OLE container instead of a zip archive.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw CompassError.of('docx-encrypted', name);
  const unpack = (isNeeded: (part: string) => boolean): Record<string, Uint8Array> =>
    unpackParts(bytes, name, { unreadable: 'docx-unreadable', budget }, isNeeded);
  const index = textsOf(unpack((part) => /(?:\.rels|\[Content_Types\]\.xml)$/.test(part)));
  const path = mainPath(index, name);
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const related = relationships(index[`${folder}_rels/${path.slice(folder.length)}.rels`], folder, name);
  const pathOf = (kind: string): string => related.find(({ type }) => type === kind)?.target ?? `${folder}${kind}.xml`;
  const imported = related.filter(({ type }) => type === 'aFChunk');
  const wanted = new Set([path, ...['numbering', 'styles', 'footnotes', 'endnotes'].map(pathOf)]);
  for (const { target } of imported) wanted.add(target);
  const parts = unpack((part) => wanted.has(part));
  const main = parts[path];
  if (!main) throw CompassError.of('docx-unreadable', name);
  return {
    main: parsed(strFromU8(main), name),
    part: (kind) => {
      const part = parts[pathOf(kind)];
      return part ? parsed(strFromU8(part), name) : empty;
    },
    imports: new Map(
      imported.flatMap(({ id, target }) => {
        const part = parts[target];
        return part ? [[id, { path: target, bytes: part, contentType: contentTypeOf(target, index, name) }] as const] : [];
      }),
    ),
  };
}

function parsed(text: string, name: string): Element {
  return parseXml(text, name, withUsualPrefixes(text, prefixes));
}

function textsOf(parts: Record<string, Uint8Array>): Record<string, string> {
  return Object.fromEntries(Object.entries(parts).map(([part, data]) => [part, strFromU8(data)]));
}

/** The path of the main part: the target of the package's relationship, else the part with the content type of one. */
function mainPath(index: Readonly<Record<string, string>>, name: string): string {
  const target = relationships(index['_rels/.rels'], '', name).find(({ type }) => type === 'officeDocument')?.target;
  if (target !== undefined) return target;
  const types = index['[Content_Types].xml'];
  const overrides = types ? descendants(parseXml(types, name)) : [];
  const main = overrides.find(({ attributes }) =>
    /wordprocessingml\.(?:document|template)\.main\+xml$/.test(attributes['ContentType'] ?? ''),
  );
  return main?.attributes['PartName']?.replace(/^\//, '') ?? 'word/document.xml';
}

/** The content type of a part: its own, or that of its extension. */
function contentTypeOf(path: string, index: Readonly<Record<string, string>>, name: string): string {
  const types = index['[Content_Types].xml'];
  const entries = types ? descendants(parseXml(types, name)).map(({ attributes }) => attributes) : [];
  const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  const own = entries.find(({ PartName = '' }) => PartName.replace(/^\//, '') === path);
  const usual = entries.find(({ Extension = '' }) => Extension.toLowerCase() === extension);
  return (own ?? usual)?.['ContentType'] ?? '';
}

function relationships(text: string | undefined, folder: string, name: string): Relationship[] {
  if (text === undefined) return [];
  return descendants(parseXml(text, name)).flatMap(({ attributes }) => {
    const { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode } = attributes;
    if (target === '' || mode === 'External') return [];
    return [{ id, type: type.slice(type.lastIndexOf('/') + 1), target: resolved(target, folder) }];
  });
}

/** The path of a target that is given relative to a folder of the package. */
function resolved(target: string, folder: string): string {
  const path = target.startsWith('/') ? [] : folder.split('/').filter(Boolean);
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}

function descendants(element: Element): Element[] {
  return element.children.flatMap((child) => [child, ...descendants(child)]);
}
