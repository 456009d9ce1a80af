export const SERVER_KINDS = ['postgres', 'redis'] as const;
export type ServerKind = (typeof SERVER_KINDS)[number];

/** How one server is started; the same port and data every time. */
export interface Recipe {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** Set when the server refuses to run as root. */
  readonly identity: { readonly uid: number; readonly gid: number } | undefined;
  /** Appears in its output when it takes connections. */
  readonly ready: RegExp;
  /** Ends it at once. */
  readonly stopSignal: NodeJS.Signals;
  readonly url: string;
  /** Set when Docker runs it: signals go to the container of this name. */
  readonly container: string | undefined;
}

/** @param folder exists and is empty */
export type RecipeMaker = (folder: string) => Promise<Recipe>;
