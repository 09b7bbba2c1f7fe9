import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Database } from '@app/persistence/database';
import { isRestored } from '@app/persistence/recover/database-origin';

/** A gateway that finds a restored backup starts with all it sends from paused: what was sent since then, nobody knows. */
@Injectable()
export abstract class RestoredDatabase implements OnModuleInit {
  private readonly logger = new Logger('restored-database');

  constructor(protected readonly db: Database) {}

  async onModuleInit(): Promise<void> {
    if (!(await isRestored(this.db))) return;
    await this.hold();
    this.logger.error(
      'This database was restored from a backup, so nothing is sent; run `sales-agent recover --backup-time TIME`.',
    );
  }

  protected abstract hold(): Promise<void>;
}
