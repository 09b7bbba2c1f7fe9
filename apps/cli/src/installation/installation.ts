import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Settings } from '@app/runtime/config/settings';
import type * as Granting from '../init/grant-users';
import type * as Preparing from '../init/prepare-installation';
import type { OpenInstallation } from './open-installation';
import type * as Opening from './open-installation';

/** The installation a command works on, opened when it is first needed: help, mistakes and `mail read` need none. */
@Injectable()
export class Installation implements OnApplicationShutdown {
  private opened: OpenInstallation | undefined;

  async open(): Promise<OpenInstallation> {
    this.opened ??= await loadOpening().openInstallation();
    return this.opened;
  }

  /** Makes what the installation still lacks. */
  async prepare(): Promise<Preparing.PreparedInstallation & { readonly settings: Settings }> {
    this.opened = await loadOpening().openUnprepared();
    return { ...(await loadPreparing().prepareInstallation(this.opened)), settings: this.opened.settings };
  }

  /** Makes MongoDB users in the database just prepared. */
  async grantUsers(users: readonly Granting.WantedUser[]): Promise<void> {
    const { db } = await this.open();
    await loadGranting().grantUsers(db, users);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.opened?.close();
  }
}

// The database's libraries take as long to load as all the rest, so they are loaded only here, when they are needed.
// `import()` would have to name a built file.
/* eslint-disable @typescript-eslint/no-require-imports */

function loadOpening(): typeof Opening {
  return require('./open-installation') as typeof Opening;
}

function loadPreparing(): typeof Preparing {
  return require('../init/prepare-installation') as typeof Preparing;
}

function loadGranting(): typeof Granting {
  return require('../init/grant-users') as typeof Granting;
}
