import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** Where this program keeps what belongs to the user (XDG Base Directory Specification). */
export function configFolder({ XDG_CONFIG_HOME: chosen = '' }: NodeJS.ProcessEnv): string {
  return join(isAbsolute(chosen) ? chosen : join(homedir(), '.config'), 'iris');
}
