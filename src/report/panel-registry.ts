import type { PanelInput } from './documents/panel/words.ts';
import type { Formats } from './registry.ts';

/** The formats of `compass panel`. */
export const panelFormats: Formats<PanelInput> = {
  terminal: {
    about: 'to read at once: agreement, and the questions to discuss first',
    endings: ['.txt'],
    load: async () => (await import('./panel-terminal.ts')).panelTerminal,
  },
  markdown: {
    about: 'the whole comparison as a document',
    endings: ['.md', '.markdown'],
    load: async () => (await import('./panel-markdown.ts')).panelMarkdown,
  },
  html: {
    about: 'the same as a page to open, print or send',
    endings: ['.html', '.htm'],
    load: async () => (await import('./panel-html.ts')).panelHtml,
  },
  json: {
    about: 'everything, unrounded, for other programs',
    endings: ['.json'],
    load: async () => (await import('./data/panel-json.ts')).panelJson,
  },
};
