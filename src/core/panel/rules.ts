import type { SettleRule } from '../answers.ts';

/** The rules by which a panel's answers can be settled; apart, so that the command line knows them without the rest. */
export const settleRules: readonly SettleRule[] = ['median', 'lowest', 'unanimous'];
