import type { Provider } from '@nestjs/common';
import { makeCounterProvider, makeGaugeProvider, makeHistogramProvider } from '@willsoto/nestjs-prometheus';

import type { AppConfig } from '../config/index.js';
import { CATALOGUE } from './catalogue.js';
import type { MetricDefinition } from './metric-definition.js';

type CustomMetrics = AppConfig['monitoring']['prometheus']['custom_metrics'];

/** One provider for each metric of the catalogue. */
export function metricProviders(custom: CustomMetrics): Provider[] {
  const settings = new Map<string, CustomMetrics[keyof CustomMetrics]>(Object.entries(custom));
  return Object.values<MetricDefinition>(CATALOGUE).map((definition) => {
    const configured = settings.get(definition.name);
    return toProvider({
      ...toOptions(definition),
      ...(configured && { help: configured.description, labelNames: [...configured.labels] }),
      ...(configured?.type === 'histogram' && { buckets: [...configured.buckets] }),
      type: definition.type,
    });
  });
}

interface MetricOptions extends Pick<MetricDefinition, 'name' | 'type' | 'help' | 'aggregator'> {
  readonly labelNames: string[];
  readonly buckets?: number[];
}

function toOptions({
  name,
  help,
  labels = {},
  buckets,
  aggregator,
}: MetricDefinition): Omit<MetricOptions, 'type'> {
  return {
    name,
    help,
    labelNames: Object.keys(labels),
    ...(buckets && { buckets: [...buckets] }),
    ...(aggregator && { aggregator }),
  };
}

function toProvider({ type, ...options }: MetricOptions): Provider {
  switch (type) {
    case 'counter':
      return makeCounterProvider(options);
    case 'gauge':
      return makeGaugeProvider(options);
    case 'histogram':
      return makeHistogramProvider(options);
  }
}
