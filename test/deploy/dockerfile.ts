import { readFileSync } from 'node:fs';

/** One line of a Dockerfile, with those that continue it: `COPY src src`. */
export interface Instruction {
  readonly name: string;
  readonly text: string;
}

export interface Stage {
  readonly base: string;
  /** What `FROM … AS` calls it; empty when it has no name. */
  readonly name: string;
  readonly instructions: readonly Instruction[];
}

/** As much of a Dockerfile's syntax as ours need. */
export function readDockerfile(file: string): Stage[] {
  const text = readFileSync(file, 'utf8').replaceAll(/^\s*#.*\n/gm, '');
  const lines = text.replaceAll(/\\\n\s*/g, '').split('\n');
  const instructions = lines.filter(Boolean).map(toInstruction);
  const starts = instructions.flatMap(({ name }, index) => (name === 'FROM' ? [index] : []));
  return starts.map((start, n) => toStage(instructions.slice(start, starts[n + 1])));
}

/** What the stage says of one kind, in order: the texts of its `COPY`s. */
export function textsOf(stage: Stage, name: string): string[] {
  return stage.instructions.filter((instruction) => instruction.name === name).map(({ text }) => text);
}

/** The paths of the context that a `COPY` takes; none when it copies from another stage. */
export function sourcesOf(copy: string): string[] {
  return copy.startsWith('--from=') ? [] : copy.split(' ').slice(0, -1);
}

/** What a `.dockerignore` lets through, of the kind that forbids everything first. */
export function allowedBy(file: string): string[] {
  const [first, ...rest] = readFileSync(file, 'utf8').trim().split('\n');
  if (first !== '*' || rest.some((line) => !line.startsWith('!')))
    throw new Error(`${file}: not a list of what may pass`);
  return rest.map((line) => line.slice(1));
}

function toInstruction(line: string): Instruction {
  const [name = '', ...rest] = line.split(' ');
  return { name, text: rest.join(' ').trim() };
}

function toStage([from, ...instructions]: readonly Instruction[]): Stage {
  const [base = '', , name = ''] = from?.text.split(' ') ?? [];
  return { base, name, instructions };
}
