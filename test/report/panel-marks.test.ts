import { describe, expect, it } from 'vitest';
import { comparePanel } from '../../src/core/panel/panel.ts';
import { dissentDetails } from '../../src/report/documents/panel/record.ts';
import type { PanelInput } from '../../src/report/documents/panel/words.ts';
import { registry } from '../../src/report/registry.ts';
import type { Screen } from '../../src/report/reporter.ts';
import { plainStyle } from '../../src/report/write/style.ts';
import { markedAnswers, markedRubric } from '../fixtures/marked.ts';

const prepared = await markedRubric();

async function inputOf(names: readonly string[], width = 80): Promise<PanelInput & Screen> {
  const members = await Promise.all(
    names.map(async (name) => {
      const assessment = await markedAnswers(`panel/${name}`);
      return { label: assessment.reviewer.name ?? '', source: `${name}.answers.yaml`, assessment };
    }),
  );
  const { id, version } = prepared.rubric;
  return {
    result: {
      format: 'compass-panel/1',
      tool: { name: 'ungps-compass', version: '0.0.0' },
      rubric: { id, version, digest: 'sha256:of-the-rubric' },
      draft: members[0]?.assessment.draft ?? {},
      anonymous: false,
      ...comparePanel(prepared, members),
      warnings: [],
    },
    rubric: prepared.rubric,
    width,
    style: plainStyle,
  };
}

async function render(format: string, input: PanelInput & Screen): Promise<string> {
  return String((await registry.panel[format]?.load())?.(input));
}

/** `npm run golden` writes these files anew; read the difference before committing it. */
const endings = { terminal: 'txt', markdown: 'md' } as const;

describe('the reports of a panel whose answers have marks', () => {
  it('say how far the reviewers agree on marks, and who ticked those on which they differ', async () => {
    const input = await inputOf(['ann', 'ben', 'cy']);
    for (const [format, ending] of Object.entries(endings))
      await expect(await render(format, input)).toMatchFileSnapshot(`../golden/panel-marks.${ending}`);
    const page = await render('html', input);
    for (const text of ['decided alike on a mark in 69.4 of 100', 'ticked by Ann Ahlberg, Cy Crane; not by Ben Bodin'])
      expect(page).toContain(text);
  });

  it('say it of a question on whose level all agree, without repeating the words of the level', async () => {
    const text = await render('terminal', await inputOf(['ann', 'ben']));
    expect(text).toContain('engagement.information  same level, different marks');
    expect(text).toContain('    Ben Bodin: level 2 of 3, 3 of 5 marks\n');
  });

  it('say that no marks can be compared where only one reviewer gave any', async () => {
    const { result, ...input } = await inputOf(['ann', 'ben']);
    const { overall } = result.agreement;
    const none = { percent: null, alpha: null, because: 'no-pairs', compared: 0, alike: 0 } as const;
    const agreement = { ...result.agreement, overall: { ...overall, marks: none } };
    const text = await render('markdown', { ...input, result: { ...result, agreement } });
    expect(text).toContain('No mark was decided on by two reviewers.');
  });

  it.each([60, 80])('stay within %i columns of a terminal', async (width) => {
    const text = await render('terminal', await inputOf(['ann', 'ben', 'cy'], width));
    for (const line of text.split('\n')) expect(line.length, line).toBeLessThanOrEqual(width);
  });
});

describe('a view that was not settled on', () => {
  it('is listed with its marks', () => {
    const dissent = [
      { reviewer: 'Ann', level: 2, marks: ['a', 'b'] },
      { reviewer: 'Ben', level: 1, marks: [] },
      { reviewer: 'Cy', level: 0 },
    ];
    const text = JSON.stringify(dissentDetails(dissent));
    for (const words of ['"Ann: level 2, marks: a, b"', '"Ben: level 1, marks: none"', '"Cy: level 0"'])
      expect(text).toContain(words);
  });
});
