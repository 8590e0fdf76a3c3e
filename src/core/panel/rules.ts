import type { SettleRule } from '../answers.ts';

/** The rules by which a panel's answers can be settled. In a file of its own, so that `--help` does not load the panel code. */
export const settleRules: readonly SettleRule[] = ['median', 'lowest', 'unanimous'];
