/** What a client prefers (RFC 7240), as far as it is about waiting. */
export interface Preference {
  readonly respondAsync: boolean;
  /** Seconds that the client is willing to wait. */
  readonly waitSeconds: number | undefined;
}

const WAIT = /^wait\s*=\s*"?(\d{1,9})"?$/;

/** What is not understood is ignored, and of two that contradict each other the first holds, as the RFC wants it. */
export function parsePrefer(header: string | undefined): Preference {
  const preferences = (header ?? '')
    .split(',')
    .map((preference) => preference.split(';', 1)[0]?.trim().toLowerCase() ?? '');
  const [wait] = preferences.flatMap((preference) => WAIT.exec(preference)?.[1] ?? []);
  return {
    respondAsync: preferences.includes('respond-async'),
    waitSeconds: wait === undefined ? undefined : Number(wait),
  };
}
