/** What a command may end with, and `main` itself. The codes of an interrupted interview are in `interruptions`. */
export const exitCode = { done: 0, gateFailed: 1, error: 2, bug: 70 } as const;
