import { readFileSync } from 'node:fs';
import { isMap, isScalar, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import type { ConfigProblem } from '../config-error.js';
import { isPlainObject, type Path, type PlainObject } from './setting.js';

export interface YamlFile {
  /** The top-level mapping; empty when the file is absent or unusable. */
  readonly content: PlainObject;
  readonly problems: readonly ConfigProblem[];
  /** `<file>:<line>` of a key, or the nearest one around it. */
  readonly originOf: (path: Path) => string;
}

/**
 * Reads a YAML mapping. Problems never quote the text, which may hold a secret.
 * @param shown the file's name as the operator knows it
 */
export function readYamlFile(file: string, shown: string): YamlFile {
  const text = readText(file);
  if (text === undefined) return unusable(shown, 'expected a readable file', 'check its permissions');
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  const problems = document.errors.map(({ code, pos }) => {
    const expected = code === 'DUPLICATE_KEY' ? 'the same key stands here twice' : `not valid YAML (${code})`;
    return fileProblem(`${shown}:${lineCounter.linePos(pos[0]).line}`, expected, 'correct this line');
  });
  if (problems.length > 0) return { content: {}, problems, originOf: () => shown };
  return readMapping(document, lineCounter, shown);
}

function readMapping(document: Document.Parsed, lineCounter: LineCounter, shown: string): YamlFile {
  const content = toJs(document) ?? {};
  if (!isPlainObject(content)) {
    return unusable(shown, 'expected a mapping of keys to values', 'write one key: value per line');
  }
  const lines = new Map<string, number>();
  collectLines(document.contents, [], lineCounter, lines);
  return { content, problems: [], originOf: (path) => locate(path, lines, shown) };
}

function toJs(document: Document.Parsed): unknown {
  try {
    return document.toJS();
  } catch {
    // Too many aliases, or one that points nowhere.
    return '';
  }
}

function collectLines(node: Node | null, path: Path, counter: LineCounter, lines: Map<string, number>): void {
  if (!isMap<unknown, Node | null>(node)) return;
  for (const { key, value } of node.items) {
    if (!isScalar(key)) continue;
    const inner = [...path, String(key.value)];
    lines.set(inner.join('\0'), counter.linePos(key.range?.[0] ?? 0).line);
    collectLines(value, inner, counter, lines);
  }
}

function locate(path: Path, lines: ReadonlyMap<string, number>, shown: string): string {
  const line = lines.get(path.join('\0'));
  if (line !== undefined) return `${shown}:${line}`;
  return path.length === 0 ? shown : locate(path.slice(0, -1), lines, shown);
}

function unusable(shown: string, expected: string, remedy: string): YamlFile {
  return { content: {}, problems: [fileProblem(shown, expected, remedy)], originOf: () => shown };
}

function fileProblem(origin: string, expected: string, remedy: string): ConfigProblem {
  return { path: [], origin, expected, remedy };
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
