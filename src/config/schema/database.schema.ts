import { z } from 'zod';
import { positiveInteger, serverUrl } from './scalars.js';

export const databaseSchema = z
  .strictObject({
    url: serverUrl('postgresql', 'postgres').default('').meta({
      description: 'PostgreSQL 15 or later. Empty: an embedded one in the data folder (not in production).',
      env: 'DATABASE_URL',
      secret: true,
      emptyIsValue: true,
      example: 'postgresql://user:password@localhost:5432/iris_db',
    }),
    pool_size: positiveInteger.default(10).meta({ description: 'Most connections of one gateway.' }),
    connect_timeout_ms: positiveInteger
      .default(2000)
      .meta({ description: 'Milliseconds to wait for a connection.' }),
    statement_timeout_ms: positiveInteger
      .default(5000)
      .meta({ description: 'Milliseconds a statement may take.' }),
  })
  .prefault({})
  .meta({ title: 'Database', description: 'PostgreSQL: users, keys and jobs.' });
