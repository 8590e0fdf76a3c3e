import type numbering from '../../structure/numbering.json';

export type GroupKind = keyof typeof numbering.groups;

/** The hierarchical containers of Akoma Ntoso 3.0 that group units, with our kind of group for each. */
export const groupKinds: ReadonlyMap<string, GroupKind> = new Map(
  Object.entries({
    book: 'book',
    tome: 'book',
    part: 'part',
    subpart: 'part',
    title: 'title',
    subtitle: 'title',
    chapter: 'chapter',
    subchapter: 'chapter',
    section: 'section',
    subsection: 'subsection',
    division: 'part',
    subdivision: 'part',
  } satisfies Record<string, GroupKind>),
);
