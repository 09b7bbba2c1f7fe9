import { Module, type DynamicModule, type Provider, type Type } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { COLLECTIONS } from '@app/persistence/collections';
import { Database } from '@app/persistence/database';
import { ChangeFeed } from '@app/persistence/feed/change-feed';
import type { Watched } from '@app/persistence/feed/watched';
import type { KeyRing } from '@app/persistence/keys/key-ring';
import { WaitingStore } from '@app/persistence/waiting/waiting.store';
import { BusinessClock } from '../clock/business-clock';
import type { Settings } from '../config/settings';
import { PING, type Ping } from '../health/readiness';
import { Identity } from '../instance/identity';
import { Membership } from '../instance/membership';
import { LOOK_AT_QUEUES, type LookAtQueues } from '../metrics/queue-metrics';
import type { Reactor } from '../work/reactor';
import { REACTORS, Workload } from '../work/workload';
import { CoreModule } from './core.module';
import { monitoring } from './monitoring';

/** What makes a service one: its name, what wakes it, and its reactors with all they are made of. */
export interface ServiceParts {
  readonly name: string;
  readonly settings: Settings;
  readonly keys: KeyRing;
  /** `database`: one stream over all; `collection`: a stream each, for a service that may see no more. */
  readonly watches: Watched;
  readonly reactors: readonly Type<Reactor>[];
  readonly providers: readonly Provider[];
  readonly imports: readonly (Type | DynamicModule)[];
}

/** The frame every service stands in: database, clock, heartbeat, and the workload that drives its reactors. */
@Module({})
export class ServiceModule {
  static of({ name, settings, keys, watches, reactors, providers, imports }: ServiceParts): DynamicModule {
    const collections = [
      ...watches.collections,
      COLLECTIONS.instances,
      ...(settings.movableClock ? [COLLECTIONS.clock] : []),
    ];
    const seen = monitoring(settings);
    return {
      module: ServiceModule,
      imports: [CoreModule.of(settings, keys), ScheduleModule.forRoot(), ...seen.imports, ...imports],
      providers: [
        { provide: Identity, useValue: new Identity(name) },
        {
          provide: ChangeFeed,
          useFactory: () => new ChangeFeed(settings.mongodbUri, settings.mongodbDatabase, { ...watches, collections }),
        },
        {
          provide: PING,
          useFactory:
            (db: Database): Ping =>
            () =>
              db.election(),
          inject: [Database],
        },
        // Who watches the whole database may read it all, too.
        watches.by === 'database' ? LOOKS_AT_QUEUES : { provide: LOOK_AT_QUEUES, useValue: null },
        ...seen.providers,
        Membership,
        Workload,
        ...reactors,
        ...providers,
        { provide: REACTORS, useFactory: (...made: Reactor[]) => made, inject: [...reactors] },
      ],
    };
  }
}

const LOOKS_AT_QUEUES: Provider = {
  provide: LOOK_AT_QUEUES,
  useFactory:
    (waiting: WaitingStore, clock: BusinessClock): LookAtQueues =>
    () =>
      waiting.queues(clock.now()),
  inject: [WaitingStore, BusinessClock],
};
