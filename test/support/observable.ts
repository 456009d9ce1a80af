const VARYING = new Set(['x-request-id', 'x-processing-time', 'date', 'traceparent', 'server-timing']);

/** What a client can tell apart, but for what differs in every answer. */
export async function observable(response: Response): Promise<unknown> {
  const headers = [...response.headers].filter(([name]) => !VARYING.has(name) && !isQuota(name));
  const body = (await response.json()) as Record<string, unknown>;
  return { status: response.status, headers, body: { ...body, request_id: '' } };
}

/** Counts every answer, whatever it says. */
function isQuota(name: string): boolean {
  return name.includes('rate-limit') || name.includes('ratelimit');
}
