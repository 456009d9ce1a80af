/** What stands above the tables of docs/configuration.md. */
export const PREAMBLE = `# Configuration

Made by \`npm run config:docs\` from \`src/config/schema/\`; do not edit.

\`npm run config:check\` prints the effective configuration, with the source of every key and secrets masked,
and exits 1 with the list of everything that is wrong. The gateway makes the same checks before it listens.

## Where a value comes from

Each line wins over the ones above it. Mappings are merged key by key; lists are replaced as a whole.

1. the default of the schema (the tables below);
2. the file of the block in the configuration folder (\`config/\`, or \`CONFIG_DIR\`); an absent file means defaults;
3. the overlay of the environment in the same folder, \`<NODE_ENV>.yaml\`: \`development.yaml\` (the default),
   \`test.yaml\` or \`production.yaml\`. Its top-level keys are blocks, or variables by their own names (\`DEBUG\`, \`CORS_ORIGINS\`);
4. the file \`.env\` in the working directory;
5. environment variables by their own names, as in the tables. Lists and mappings are JSON. An empty variable counts
   as unset, except \`DATABASE_URL\` and \`REDIS_URL\`, where empty means the embedded server;
6. \`IRIS__<block>__<key>__<key>=value\`, which sets any single key, spelled as in the tables:
   \`IRIS__rate_limiting__processing__limit=5000/hour\`, \`IRIS__monitoring__prometheus__custom_metrics__request_duration_seconds__buckets=[0.1,1,10]\`.

A secret \`NAME\` is also read from the file that \`NAME_FILE\` names (one trailing line break is dropped); setting both is an error.
\`SERVICE_URLS\` takes the addresses of several microservices as one JSON object; the variable of a single service wins over it.
In maps of free names (\`security.headers\`, \`logging.handlers\`, …) further entries may be added, and \`null\` takes a default one away.
An unknown key, file or \`IRIS__\` path is an error that names the nearest known one.

Times are seconds unless the key says otherwise (\`_ms\`, \`_minutes\`, \`_days\`); sizes say \`_bytes\` or \`_kib\`.

## What production refuses

With \`NODE_ENV=production\` the gateway does not start when \`JWT_SECRET_KEY\` is missing, short (under 32 bytes; 48 for HS384,
64 for HS512) or a placeholder; when \`DATABASE_URL\` or \`REDIS_URL\` is empty; when \`CORS_ORIGINS\` contains \`*\`; when \`DEBUG\`
or \`TESTING\` is on; when \`ADMIN_PASSWORD\` is set with fewer than 12 characters. A short \`JWT_SECRET_KEY\` is refused everywhere.

## Names of the seed page that mean something else here

The original configuration page was written for Python. Its spellings are accepted where they stand:

| on the seed page | here |
| --- | --- |
| \`RequestException\` (\`expected_exception\`) | \`["connection_error", "timeout", "server_error"]\` |
| \`logging.StreamHandler\` | \`stream\` |
| \`logging.handlers.RotatingFileHandler\`, \`logging.FileHandler\` | \`rotating_file\` |
| \`pythonjsonlogger.jsonlogger.JsonFormatter\` | \`json\` |
| \`ext://sys.stdout\`, \`ext://sys.stderr\` | \`stdout\`, \`stderr\` |
| \`WARN\`, \`FATAL\`; levels in lower case | \`WARNING\`, \`CRITICAL\`; upper case |
| logger \`uvicorn\` | the access log, one line per request |
| \`alerts\` with \`name, condition, duration, severity, message\` | a Prometheus rule: \`alert, expr, for, labels.severity, annotations.message\` |
`;
