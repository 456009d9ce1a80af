import { register } from 'prom-client';

export interface Sample {
  readonly metric: string;
  /** Of the sample, which for a histogram has an ending: `…_bucket`. */
  readonly name: string;
  readonly type: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** Every series of this process, as a scrape would see it. */
export async function scrape(): Promise<Sample[]> {
  const metrics = await register.getMetricsAsJSON();
  return metrics.flatMap(({ name, type, values }) =>
    values.map(({ value, labels, ...rest }) => ({
      metric: name,
      name: 'metricName' in rest && typeof rest.metricName === 'string' ? rest.metricName : name,
      // The types say a number, the values are words.
      type: String(type),
      labels: Object.fromEntries(Object.entries(labels).map(([label, text]) => [label, String(text)])),
      value,
    })),
  );
}

/** @returns the value of the one series with these labels; undefined when there is none */
export async function valueOf(
  name: string,
  labels: Readonly<Record<string, string>> = {},
): Promise<number | undefined> {
  const found = (await scrape()).filter(
    (sample) =>
      sample.name === name && Object.entries(labels).every(([label, text]) => sample.labels[label] === text),
  );
  if (found.length > 1) throw new Error(`${found.length} series match ${name} ${JSON.stringify(labels)}`);
  return found[0]?.value;
}
