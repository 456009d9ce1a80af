import pretty from 'pino-pretty';

import type { AppConfig } from '../config/index.js';
import { showEscapes } from './control-characters.js';
import { LogFile } from './files/index.js';
import { LEVEL_NUMBERS } from './levels.js';
import { LineBuffer } from './line-buffer.js';

type LoggingConfig = AppConfig['logging'];
type Handler = LoggingConfig['handlers'][string];

const DESCRIPTORS = { stdout: 1, stderr: 2 } as const;

/** Where lines go: a handler of the configuration. */
export interface LogOutput {
  /** A number of pino's: the lowest level that passes. */
  readonly level: number;
  readonly isConsole: boolean;
  /** @param line one JSON object and a line break, without characters that a terminal would obey */
  write(line: string): void;
  flushSync(): void;
}

export interface LogOutputs {
  readonly byName: ReadonlyMap<string, LogOutput>;
  readonly files: readonly LogFile[];
}

/** Opens the handlers that some logger names. A file is opened when its first line comes. */
export function openOutputs(logging: LoggingConfig): LogOutputs {
  const files: LogFile[] = [];
  const byName = new Map<string, LogOutput>();
  for (const name of usedHandlers(logging)) {
    const handler = logging.handlers[name];
    if (!handler) continue;
    const file = fileOf(name, handler);
    if (file) files.push(file);
    byName.set(
      name,
      output(logging, handler, file ?? new LineBuffer(DESCRIPTORS[handler.stream ?? 'stdout'])),
    );
  }
  return { byName, files };
}

function usedHandlers({ loggers, root }: LoggingConfig): Set<string> {
  return new Set([...Object.values(loggers).flatMap(({ handlers }) => handlers), ...root.handlers]);
}

function fileOf(
  name: string,
  { class: kind, filename, maxBytes, backupCount = 0 }: Handler,
): LogFile | undefined {
  if (kind === 'stream' || filename === undefined) return undefined;
  return new LogFile(name, filename, { maxBytes, backupCount });
}

function output(logging: LoggingConfig, handler: Handler, sink: LineBuffer | LogFile): LogOutput {
  const isConsole = sink instanceof LineBuffer;
  const format = formatOf(logging, handler, isConsole);
  return {
    level: LEVEL_NUMBERS[handler.level],
    isConsole,
    write: (line) => {
      sink.write(format(line));
    },
    flushSync: () => {
      sink.flushSync();
    },
  };
}

function formatOf(
  { formatters }: LoggingConfig,
  { formatter }: Handler,
  colour: boolean,
): (line: string) => string {
  if (formatters[formatter]?.['()'] !== 'text') return (line) => line;
  const readable = pretty.prettyFactory({
    singleLine: true,
    ignore: 'requestId',
    translateTime: 'SYS:yyyy-mm-dd HH:MM:ss',
    ...(colour ? {} : { colorize: false }),
  });
  return (line) => readable(showEscapes(line));
}
