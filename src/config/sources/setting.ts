/** A key as its segments: `['services', 'ocr_extractor', 'timeout']`. */
export type Path = readonly string[];

/** One value from one source. Later settings win over earlier ones. */
export interface Setting {
  readonly path: Path;
  readonly value: unknown;
  readonly origin: string;
}

export type PlainObject = Record<string, unknown>;

export function isPlainObject(value: unknown): value is PlainObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Cuts a value into its leaves, so that a layer replaces single keys. Arrays are leaves. */
export function flatten(path: Path, value: unknown, originOf: (path: Path) => string): Setting[] {
  if (!isPlainObject(value) || Object.keys(value).length === 0)
    return [{ path, value, origin: originOf(path) }];
  return Object.entries(value).flatMap(([key, inner]) => flatten([...path, key], inner, originOf));
}

/** `services.ocr_extractor.timeout`; segments that hold a dot are quoted: `logging.loggers["iris.api_gateway"]`. */
export function formatPath(path: Path): string {
  return path.reduce((text, segment) => {
    if (/^\d+$/.test(segment)) return `${text}[${segment}]`;
    if (!/^[\w-]+$/.test(segment)) return `${text}["${segment}"]`;
    return text === '' ? segment : `${text}.${segment}`;
  }, '');
}
