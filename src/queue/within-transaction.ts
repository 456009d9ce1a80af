import type { ConnectionOptions } from 'pg-boss';
import type { EntityManager } from 'typeorm';

/** Has pg-boss run its statements in a transaction of ours. */
export function withinTransaction(manager: EntityManager): NonNullable<ConnectionOptions['db']> {
  const runner = manager.queryRunner;
  if (!runner) throw new Error('work is sent and removed within a transaction');
  return {
    executeSql: async (text, values = []) => {
      const { records } = await runner.query(text, [...values], true);
      return { rows: records };
    },
  };
}
