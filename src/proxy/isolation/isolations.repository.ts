import { Injectable } from '@nestjs/common';

import type { ServiceName } from '../../config/index.js';
import { Database } from '../../database/index.js';

export interface Isolation {
  readonly service: ServiceName;
  readonly since: Date;
  /** The id of the user who did it. */
  readonly by: string | null;
}

/** All methods throw DatabaseUnavailableError, DatabaseBusyError. */
@Injectable()
export class IsolationsRepository {
  constructor(private readonly database: Database) {}

  all(): Promise<Isolation[]> {
    return this.database.run((manager) =>
      manager.query<Isolation[]>(
        'SELECT service, isolated_at AS since, isolated_by AS by FROM isolated_services',
      ),
    );
  }

  /** Whoever was first stays on record. */
  async add(service: ServiceName, by: string | undefined): Promise<void> {
    await this.database.run((manager) =>
      manager.query(
        'INSERT INTO isolated_services (service, isolated_by) VALUES ($1, $2) ON CONFLICT (service) DO NOTHING',
        [service, by],
      ),
    );
  }

  async remove(service: ServiceName): Promise<void> {
    await this.database.run((manager) =>
      manager.query('DELETE FROM isolated_services WHERE service = $1', [service]),
    );
  }
}
