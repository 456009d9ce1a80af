/** What a configuration key says about itself; documentation, `.env.example` and masking are made from it. */
declare module 'zod' {
  interface GlobalMeta {
    /** The environment variable that sets this key. */
    env?: string;
    /** Never printed; readable from the file that `<env>_FILE` names. */
    secret?: boolean;
    /** An empty environment variable is a value here, and not the same as an unset one. */
    emptyIsValue?: boolean;
    /** Needed to find the files, therefore settable from the environment and `.env` only. */
    bootstrap?: boolean;
    /** As written in the environment; shown where the default says too little. */
    example?: string;
  }
}

export {};
