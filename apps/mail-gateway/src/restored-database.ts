import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Database } from '@app/persistence/database';
import { isRestored } from '@app/persistence/recover/database-origin';
import { holdAccounts } from '@app/persistence/recover/hold-accounts';

/** A gateway that finds a restored backup starts with every account paused: what was sent since then, nobody knows. */
@Injectable()
export class RestoredDatabase implements OnModuleInit {
  private readonly logger = new Logger(RestoredDatabase.name);

  constructor(private readonly db: Database) {}

  async onModuleInit(): Promise<void> {
    if (!(await isRestored(this.db))) return;
    await holdAccounts(this.db, null);
    this.logger.error(
      'This database was restored from a backup, so nothing is sent; run `sales-agent recover --backup-time TIME`.',
    );
  }
}
