import { type Document, visit, type YAMLMap, type YAMLSeq } from 'yaml';

/** Whether a file of this name is written as JSON. */
export function isJson(name: string): boolean {
  return /\.json$/i.test(name);
}

/** A document as text, with the line ends of the text it was read from, and the same spaces within braces and brackets. */
export function serialise(document: Document, before: string, path: string): string {
  if (isJson(path)) return `${JSON.stringify(document.toJS(), null, 2)}\n`;
  const [braces, brackets] = [!/\{[^\s}]/.test(before), /(?:: |- )\[ /.test(before)];
  if (braces !== brackets) visit(document, { Map: (_, map) => padded(map, braces), Seq: (_, list) => padded(list, brackets) });
  const text = document.toString({ lineWidth: 0, flowCollectionPadding: braces });
  return before.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text;
}

/** The `yaml` package has a single option for the spaces within braces and within brackets. */
function padded(node: YAMLMap | YAMLSeq, isPadded: boolean): void {
  const write: typeof node.toString = node.toString.bind(node);
  node.toString = (context, ...others) => write(context && { ...context, flowCollectionPadding: isPadded ? ' ' : '' }, ...others);
}
