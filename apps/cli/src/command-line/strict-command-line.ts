import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { InjectCommander } from 'nest-commander';
import type { Commander } from './commander';
import { makeStrict } from './make-strict';

const NAME = 'sales-agent';

/** Makes every command strict once nest-commander has built them all. */
@Injectable()
export class StrictCommandLine implements OnApplicationBootstrap {
  constructor(@InjectCommander() private readonly root: Commander) {}

  onApplicationBootstrap(): void {
    this.root.name(NAME).description('A sales agent that writes first, reads the replies and does the right thing.');
    makeStrict(this.root, NAME);
  }
}
