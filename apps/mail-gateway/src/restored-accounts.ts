import { Injectable } from '@nestjs/common';
import { holdAccounts } from '@app/persistence/recover/hold-accounts';
import { RestoredDatabase } from '@app/runtime/boot/restored-database';

/** After a restore no mail leaves from any account until the recovery has ended. */
@Injectable()
export class RestoredAccounts extends RestoredDatabase {
  protected hold(): Promise<void> {
    return holdAccounts(this.db, null);
  }
}
