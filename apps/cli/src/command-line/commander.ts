import type { CommandRunner } from 'nest-commander';

/** Commander's command, as nest-commander brings it. */
export type Commander = Parameters<CommandRunner['setCommand']>[0];
