import { Module, type DynamicModule } from '@nestjs/common';
import { KeyRing } from '@app/persistence/keys/key-ring';
import { PersistenceModule } from '@app/persistence/persistence.module';
import { BusinessClock } from '../clock/business-clock';
import { Settings } from '../config/settings';

/** Settings, keys, the database's stores and business time: what a service and the CLI have in common. */
@Module({})
export class CoreModule {
  static of(settings: Settings, keys: KeyRing): DynamicModule {
    const given: DynamicModule = {
      module: GivenModule,
      global: true,
      providers: [
        { provide: Settings, useValue: settings },
        { provide: KeyRing, useValue: keys },
      ],
      exports: [Settings, KeyRing],
    };
    const persistence = PersistenceModule.over(settings.mongodbUri, settings.mongodbDatabase);
    return {
      module: CoreModule,
      imports: [given, persistence],
      providers: [BusinessClock],
      exports: [persistence, BusinessClock],
    };
  }
}

@Module({})
class GivenModule {}
