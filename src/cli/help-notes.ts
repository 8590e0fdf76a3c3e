import type { AddHelpTextContext } from 'commander';
import { helpText } from '../messages/help.ts';

/** The notes below the help of a command. Paragraphs fill the width of the help; indented lines, which may be copied, stay as they are. */
export function helpNotes(section: Parameters<typeof helpText>[0]): (context: AddHelpTextContext) => string {
  return ({ command, error }) => {
    const output = command.configureOutput();
    const width = (error ? output.getErrHelpWidth : output.getOutHelpWidth)?.() ?? 80;
    const help = command.createHelp();
    help.prepareContext({ helpWidth: width });
    return `\n${flowing(helpText(section, 'notes' as never), (paragraph) => help.boxWrap(paragraph, width))}`;
  };
}

function flowing(text: string, wrapped: (paragraph: string) => string): string {
  return text.replace(/(?:^\S.*(?:\n(?=\S))?)+/gm, (paragraph) => wrapped(paragraph.replaceAll('\n', ' ')));
}
