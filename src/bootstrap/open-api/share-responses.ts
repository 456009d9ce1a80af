import type { OpenAPIObject } from '@nestjs/swagger';

import { codesIn } from './codes-in.js';

type Paths = OpenAPIObject['paths'];
type Node = Readonly<Record<string, unknown>>;
interface Operation {
  readonly responses: Readonly<Record<string, Node>>;
}

/** Problems that several routes answer in the same words become components: the description is half as long. */
export function shareResponses(paths: Paths): { paths: Paths; responses: Node } {
  const uses = new Map<string, number>();
  const names = new Map<string, string>();
  everyResponse(paths, (_status, response) => {
    const key = JSON.stringify(response);
    uses.set(key, (uses.get(key) ?? 0) + 1);
    return response;
  });
  const shared = everyResponse(paths, (status, response) => {
    const key = JSON.stringify(response);
    if ((uses.get(key) ?? 0) < 2 || !(Number(status) >= 400)) return response;
    const name = names.get(key) ?? unusedName(`Problem${status}${firstCode(response)}`, names);
    names.set(key, name);
    return { $ref: `#/components/responses/${name}` };
  });
  const responses = [...names].map(([key, name]) => [name, JSON.parse(key) as Node] as const);
  return { paths: shared, responses: Object.fromEntries(responses.sort(([a], [b]) => a.localeCompare(b))) };
}

function everyResponse(paths: Paths, change: (status: string, response: Node) => Node): Paths {
  const changed = Object.entries(paths).map(([path, item]) => {
    const operations = Object.entries(item as Record<string, Operation>).map(([method, operation]) => {
      const responses = Object.entries(operation.responses).map(([status, response]) => [
        status,
        change(status, response),
      ]);
      return [method, { ...operation, responses: Object.fromEntries(responses) as Node }];
    });
    return [path, Object.fromEntries(operations) as Node];
  });
  return Object.fromEntries(changed) as Paths;
}

/** `JobNotFound` of `JOB_NOT_FOUND`. */
function firstCode({ description }: Node): string {
  const [code = ''] = codesIn(String(description));
  return code.replace(
    /([A-Z])([A-Z]*)_?/g,
    (_match, first: string, rest: string) => first + rest.toLowerCase(),
  );
}

function unusedName(name: string, names: ReadonlyMap<string, string>): string {
  const taken = new Set(names.values());
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? name : `${name}${count}`;
    if (!taken.has(candidate)) return candidate;
  }
}
