import type { Cores } from '../machine/cores.ts';
import type { SharedToken } from './token.ts';

/** What a peer is given to work with. */
export interface Site {
  readonly upstreamUrl: string;
  readonly shared: SharedToken;
  readonly cores: Cores | undefined;
  /** For configuration files; it is removed with the run. */
  readonly folder: string;
}

/** A proxy that runs. */
export interface Target {
  readonly url: string;
  /** Of the process whose tree is measured. */
  readonly pid: number;
  /** What a request needs to be let through. */
  readonly headers: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

export interface Peer {
  readonly name: string;
  /** What it does with a request. */
  readonly does: string;
  /** Why it cannot run here; undefined when it can. */
  missing(): string | undefined;
  start(site: Site): Promise<Target>;
}
