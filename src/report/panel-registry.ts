import type { PanelInput } from './documents/panel/words.ts';
import type { Formats } from './registry.ts';

/** The formats of `compass panel`. */
export const panelFormats: Formats<PanelInput> = {
  terminal: {
    endings: ['.txt'],
    load: async () => (await import('./panel-terminal.ts')).panelTerminal,
  },
  markdown: {
    endings: ['.md', '.markdown'],
    load: async () => (await import('./panel-markdown.ts')).panelMarkdown,
  },
  html: {
    endings: ['.html', '.htm'],
    load: async () => (await import('./panel-html.ts')).panelHtml,
  },
  json: {
    endings: ['.json'],
    load: async () => (await import('./data/panel-json.ts')).panelJson,
  },
};
