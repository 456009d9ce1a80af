import { describe, expect, it } from '@jest/globals';

import type { TrafficPoint } from '../../api/types.ts';
import { cacheLines, drawn, requestLines, totalsOf } from './measures.ts';

const point = (own: Partial<TrafficPoint>): TrafficPoint => ({
  at: '2026-03-01T12:00:00.000Z',
  seconds: 60,
  requests: 0,
  client_errors: 0,
  server_errors: 0,
  latency: { p50: null, p95: null, p99: null },
  cache: {},
  queue: null,
  ...own,
});

describe('drawn', () => {
  it('leaves out the minute under way as long as next to nothing is known of it', () => {
    expect(drawn([point({}), point({ seconds: 3 })])).toHaveLength(1);
    expect(drawn([point({}), point({ seconds: 12 })])).toHaveLength(2);
  });
});

describe('requestLines', () => {
  it('tell of a minute under way as if it went on so', () => {
    expect(requestLines([point({ requests: 30 }), point({ requests: 10, seconds: 20 })])[0]?.values).toEqual([
      30, 30,
    ]);
  });
});

describe('cacheLines', () => {
  it('count every verdict once', () => {
    const [spared, missed] = cacheLines([point({ cache: { hit: 3, resumed: 1, miss: 5, bypass: 1 } })]);
    expect([spared?.values, missed?.values]).toEqual([[4], [6]]);
  });
});

describe('totalsOf', () => {
  it('have shares of what there was, and the last latency that is known', () => {
    const points = [
      point({
        requests: 10,
        server_errors: 1,
        cache: { hit: 1, miss: 3 },
        latency: { p50: 0.1, p95: 0.2, p99: 0.3 },
      }),
      point({ queue: 4 }),
    ];
    expect(totalsOf(points)).toEqual({ requests: 10, errorShare: 0.1, cacheShare: 0.25, p95: 200, queue: 4 });
  });

  it('have none where there was nothing', () => {
    expect(totalsOf([])).toMatchObject({ errorShare: undefined, cacheShare: undefined, p95: undefined });
  });
});
