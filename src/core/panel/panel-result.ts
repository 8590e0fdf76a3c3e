import type { PreparedRubric } from '../rubric.ts';
import { commonDraft, comparePanel } from './panel.ts';
import type { PanelResult, PanelWarning } from './result.ts';
import type { Member } from './views.ts';

/**
 * The result of a panel.
 * @param toolVersion the version of compass
 * @param members in the order of the result
 * @throws RangeError for fewer than two or more than fifty members
 */
export function panelResult(
  toolVersion: string,
  prepared: PreparedRubric,
  members: readonly (Member & { readonly source: string })[],
  panel: { readonly warnings: readonly PanelWarning[]; readonly anonymous: boolean },
): PanelResult {
  const { title, jurisdiction, version, date } = commonDraft(members);
  const { rubric, digest } = prepared;
  const withSource = !panel.anonymous;
  const reviewers = members.map(({ label, assessment, source }) => ({ label, assessment, ...(withSource && { source }) }));
  return {
    format: 'compass-panel/1',
    tool: { name: 'ungps-compass', version: toolVersion },
    rubric: { id: rubric.id, version: rubric.version, digest },
    draft: {
      ...(title !== undefined && { title }),
      ...(jurisdiction !== undefined && { jurisdiction }),
      ...(version !== undefined && { version }),
      ...(date !== undefined && { date }),
    },
    anonymous: panel.anonymous,
    ...comparePanel(prepared, reviewers),
    warnings: panel.anonymous ? panel.warnings.map(withoutName) : panel.warnings,
  };
}

function withoutName({ code, args }: PanelWarning): PanelWarning {
  return code === 'same-name' ? { code, args: {} } : { code, args };
}
