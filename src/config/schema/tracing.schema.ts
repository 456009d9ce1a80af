import { z } from 'zod';

import { headerName } from './scalars.js';

/** By the names of the OpenTelemetry specification. */
const SAMPLERS = [
  'parentbased_always_on',
  'parentbased_always_off',
  'parentbased_traceidratio',
  'always_on',
  'always_off',
  'traceidratio',
] as const;

const endpoint = z.string().refine((text) => text === '' || isHttpUrl(text), {
  error: 'expected http:// or https:// and a host, without query or fragment',
});

/** `key=value,key=value`, percent-encoded, as the specification writes lists into the environment. */
const pairs = z.string().refine((text) => listOfPairs(text) !== undefined, {
  error: 'expected key=value, with commas between several and %XX for special characters',
});

export const tracingSchema = z
  .strictObject({
    endpoint: endpoint.default('').meta({
      description:
        'Collector that takes traces by OTLP over HTTP (protobuf), at `/v1/traces` below this address. ' +
        'Empty: none are collected, and nothing is loaded for them.',
      env: 'OTEL_EXPORTER_OTLP_ENDPOINT',
      example: 'http://localhost:4318',
    }),
    headers: pairs
      .refine(
        (text) => Object.keys(listOfPairs(text) ?? {}).every((name) => headerName.safeParse(name).success),
        {
          error: 'expected names of HTTP headers',
        },
      )
      .default('')
      .meta({
        description: 'Headers for the collector.',
        env: 'OTEL_EXPORTER_OTLP_HEADERS',
        secret: true,
      }),
    timeout: z.int().min(1).max(60_000).default(10_000).meta({
      description: 'Milliseconds that handing over may take, tries included; requests never wait for it.',
      env: 'OTEL_EXPORTER_OTLP_TIMEOUT',
    }),
    service_name: z.string().min(1).default('iris-api-gateway').meta({
      description: 'What the gateway is called in traces.',
      env: 'OTEL_SERVICE_NAME',
    }),
    resource_attributes: pairs.default('').meta({
      description: 'Further facts on every trace, such as `deployment.environment.name=production`.',
      env: 'OTEL_RESOURCE_ATTRIBUTES',
    }),
    sampler: z.enum(SAMPLERS).default('parentbased_always_on').meta({
      description: 'Which requests are traced; `parentbased_…` does as the caller does, where he says so.',
      env: 'OTEL_TRACES_SAMPLER',
    }),
    sampler_arg: z.number().min(0).max(1).default(1).meta({
      description: 'Part of the requests that is traced, for samplers with `traceidratio`.',
      env: 'OTEL_TRACES_SAMPLER_ARG',
    }),
  })
  .prefault({})
  .meta({
    title: 'Tracing',
    description: 'Traces for OpenTelemetry; the variables are those of its specification.',
  });

/** @returns undefined when it is no such list */
export function listOfPairs(text: string): Record<string, string> | undefined {
  const entries = text.split(',').filter((entry) => entry.trim() !== '');
  try {
    const found = entries.map((entry) => {
      const at = entry.indexOf('=');
      if (at < 1) throw new URIError(entry);
      return [entry.slice(0, at), entry.slice(at + 1)].map((part) => decodeURIComponent(part.trim()));
    });
    return Object.fromEntries(found) as Record<string, string>;
  } catch {
    return undefined;
  }
}

function isHttpUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, search, hash } = new URL(text);
  return (protocol === 'http:' || protocol === 'https:') && search + hash === '';
}
