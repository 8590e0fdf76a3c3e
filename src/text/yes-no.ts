/** Yes, as people type it into surveys and spreadsheets, in the languages of compass and some others; in lower case. */
export const yesWords: readonly string[] = [
  ...['x', '✓', '✔', '☑', '1', 'y', 'yes', 'true'],
  ...['oui', 'sí', 'si', 'ja', 'да', 'نعم', '是'],
];

/** No, likewise. An `o` is neither: it is the first letter of "oui", and a circle is a tick in some countries. */
export const noWords: readonly string[] = [
  ...['-', '–', '—', '−', '☐', '✗', '✘', '0', 'n', 'no', 'false'],
  ...['non', 'nein', 'нет', 'لا', '否'],
];
