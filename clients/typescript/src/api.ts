import createClient, { type MaybeOptionalInit } from 'openapi-fetch';

import type { paths } from './generated/api.ts';
import { newIdempotencyKey } from './http/idempotency.ts';
import type { Transport } from './http/transport.ts';

type Method = 'get' | 'put' | 'post' | 'delete';
type PathsWith<M extends Method> = {
  [Path in keyof paths]: paths[Path] extends Record<M, unknown> ? Path : never;
}[keyof paths];
type Arguments<Init> = undefined extends Init ? [init?: Init] : [init: Init];
interface Answer<Data> {
  readonly data: Exclude<Data, undefined>;
  readonly response: Response;
}
type Success = 200 | 201 | 202 | 204;
type BodyOf<Answered> = Answered extends { content: { 'application/json': infer Body } } ? Body : undefined;
/** openapi-fetch would say the same, but takes the methods away from arrays that are `readonly`. */
type DataOf<Operation> = Operation extends { responses: infer Responses }
  ? BodyOf<Responses[keyof Responses & Success]>
  : never;

/** A route of the gateway's OpenAPI document; what it answers is in `data`. @throws as all methods of the client do */
type Call<M extends Method> = <Path extends PathsWith<M>>(
  path: Path,
  ...init: Arguments<MaybeOptionalInit<paths[Path], M>>
) => Promise<Answer<DataOf<paths[Path][M]>>>;

/** Every route, as its OpenAPI document describes it. */
export interface Api {
  readonly GET: Call<'get'>;
  readonly POST: Call<'post'>;
  readonly PUT: Call<'put'>;
  readonly DELETE: Call<'delete'>;
}

/** These may come twice: they look for an Idempotency-Key, or only compute. */
const KEYED = /^POST \/(process|jobs\/batch|phase\d\/(?!train).*)$/;

/** What openapi-fetch takes for a `Request`: a real one would hold a body that can be sent only once. */
class Plan {
  readonly url: string;
  readonly init: RequestInit;

  constructor(url: string, init: RequestInit) {
    this.url = url;
    this.init = init;
  }
}

export function createApi(transport: Transport): Api {
  const { baseUrl } = transport;
  const fetch = (request: unknown): Promise<Response> => {
    const { url, init } = request as Plan;
    return send(transport, url.slice(baseUrl.length), init);
  };
  return createClient<paths, 'application/json'>({
    baseUrl,
    fetch,
    Request: Plan as never,
  }) as unknown as Api;
}

function send(
  transport: Transport,
  path: string,
  { method = 'GET', body, signal, ...init }: RequestInit,
): Promise<Response> {
  const headers = new Headers(init.headers);
  const [route = ''] = path.split('?');
  if (KEYED.test(`${method} ${route}`) && !headers.has('idempotency-key')) {
    headers.set('idempotency-key', newIdempotencyKey());
  }
  const call = { headers, body: body as string | FormData | null, signal };
  return transport.request(method, path, call, readWhole);
}

/** So that one that breaks off is asked for again. */
async function readWhole(response: Response): Promise<Response> {
  const { status, headers } = response;
  const body = await response.arrayBuffer();
  return new Response(body.byteLength === 0 ? null : body, { status, headers });
}
