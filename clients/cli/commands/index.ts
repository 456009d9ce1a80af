import { cancel } from './cancel.ts';
import type { Command } from './command.ts';
import { jobs } from './jobs.ts';
import { login } from './login.ts';
import { logout } from './logout.ts';
import { processDocuments } from './process.ts';
import { result } from './result.ts';
import { watch } from './watch.ts';

export const COMMANDS: ReadonlyMap<string, Command> = new Map(
  Object.entries({ login, process: processDocuments, watch, jobs, result, cancel, logout }),
);
