import { existsSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';

import { allowedBy, readDockerfile, sourcesOf, textsOf } from './dockerfile.js';

const FILES = [
  ['docker/Dockerfile', '.dockerignore'],
  ['docker/microservices.Dockerfile', 'docker/microservices.Dockerfile.dockerignore'],
] as const;

describe.each(FILES)('%s', (file, ignore) => {
  const stages = readDockerfile(file);
  const image = stages.at(-1)!;

  it('begins with Node 24 and ends without root, with a program that gets signals itself', () => {
    expect(new Set(stages.map(({ base }) => base))).toEqual(new Set(['node:24-slim']));
    expect(textsOf(image, 'USER')).toHaveLength(1);
    expect(textsOf(image, 'USER')).not.toContain('root');
    expect(textsOf(image, 'STOPSIGNAL')).toEqual(['SIGTERM']);
    expect(JSON.parse(textsOf(image, 'CMD')[0] ?? '')).toContain('node');
  });

  it('copies what there is, and what the context lets through', () => {
    const sources = stages.flatMap((stage) => textsOf(stage, 'COPY').flatMap(sourcesOf));
    const isAllowed = (source: string) =>
      allowedBy(ignore).some((allowed) => source === allowed || source.startsWith(`${allowed}/`));
    expect(sources.filter((source) => !existsSync(source))).toEqual([]);
    expect(sources.filter((source) => !isAllowed(source))).toEqual([]);
    expect(allowedBy(ignore).filter((path) => !existsSync(path))).toEqual([]);
  });
});

it('docker/Dockerfile › has the health check of the contract', () => {
  const image = readDockerfile('docker/Dockerfile').at(-1)!;
  expect(textsOf(image, 'HEALTHCHECK')).toEqual([
    '--interval=30s --timeout=10s --start-period=5s --retries=3 CMD curl -f http://localhost:8000/health || exit 1',
  ]);
  expect(textsOf(image, 'USER')).toEqual(['iris']);
  expect(textsOf(image, 'EXPOSE')).toEqual(['8000 9090']);
});
