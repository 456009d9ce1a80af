export interface Request {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer;
}

/** The bytes of a request head; the body is sent as it is. */
export function encodeHead(url: string, request: Request, bodyBytes = request.body?.length): Buffer {
  const headers = {
    host: new URL(url).host,
    ...request.headers,
    ...(bodyBytes !== undefined && { 'content-length': String(bodyBytes) }),
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`${request.method} ${request.path} HTTP/1.1\r\n${lines.join('')}\r\n`);
}

export function encode(url: string, request: Request): Buffer {
  return Buffer.concat([encodeHead(url, request), request.body ?? Buffer.alloc(0)]);
}
