/** RFC 9110, 7.6.1: about one connection, and so never passed on; `Connection` may name more. */
const HOP_BY_HOP = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

/** Of a request: what the gateway says itself, and what would only be a claim of the client's. */
const NOT_FROM_CLIENTS = new Set([
  ...HOP_BY_HOP,
  // Meant for the gateway.
  'authorization',
  'cookie',
  'x-api-key',
  'expect',
  'http2-settings',
  // Said by the gateway.
  'host',
  'content-length',
  'via',
  'forwarded',
  'x-request-id',
  'x-request-deadline',
  'traceparent',
  'tracestate',
  // Addresses, hosts and paths that some servers believe.
  'client-ip',
  'true-client-ip',
  'cf-connecting-ip',
  'fastly-client-ip',
  'x-real-ip',
  'x-client-ip',
  'x-cluster-client-ip',
  'x-originating-ip',
  'x-original-url',
  'x-original-host',
  'x-rewrite-url',
  'x-host',
  'x-http-host-override',
  'x-http-method',
  'x-http-method-override',
  'x-method-override',
]);

/** Families of them: identity, forwarding, internal switches. */
const NOT_FROM_CLIENTS_PREFIX = new RegExp(
  '^(?:x-(?:user|roles?|groups?|consumer|forwarded|internal|remote|auth|webauth|authenticated|ssl|iris|envoy)' +
    '|remote-user|ssl-client|client-cert)(?:-|$)',
);

/** Of an answer: about the connection, about the microservice's own software, or orders about all of our origin. */
const NOT_FROM_SERVICES = new Set([
  ...HOP_BY_HOP,
  'set-cookie',
  'set-cookie2',
  'server',
  'x-powered-by',
  'alt-svc',
  'clear-site-data',
  'strict-transport-security',
  'service-worker-allowed',
  'nel',
  'report-to',
  'x-sendfile',
  'x-lighttpd-send-file',
  'x-reproxy-url',
]);
const NOT_FROM_SERVICES_PREFIX = /^(?:access-control|x-accel|x-internal|x-envoy)-/;

/** @param name in lower case */
export function isKeptFromService(name: string): boolean {
  // Some servers read an underscore as a dash, and so `X_User_Id` as `X-User-Id`.
  return name.includes('_') || NOT_FROM_CLIENTS.has(name) || NOT_FROM_CLIENTS_PREFIX.test(name);
}

/** @param name in lower case */
export function isKeptFromClient(name: string): boolean {
  return NOT_FROM_SERVICES.has(name) || NOT_FROM_SERVICES_PREFIX.test(name);
}

const NOTHING: ReadonlySet<string> = new Set();

/** Further hop-by-hop headers, which `Connection` names. */
export function namedByConnection(connection: string | undefined): ReadonlySet<string> {
  if (connection === undefined || connection === 'keep-alive' || connection === 'close') return NOTHING;
  return new Set(connection.split(',').map((name) => name.trim().toLowerCase()));
}
