import { Module, type DynamicModule } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
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
    return {
      module: CoreModule,
      imports: [
        given,
        MongooseModule.forRoot(settings.mongodbUri, {
          dbName: settings.mongodbDatabase,
          serverSelectionTimeoutMS: 5000,
          maxPoolSize: 50,
          autoCreate: false,
          autoIndex: false,
          writeConcern: { w: 'majority' },
        }),
        PersistenceModule,
      ],
      providers: [BusinessClock],
      exports: [PersistenceModule, BusinessClock],
    };
  }
}

@Module({})
class GivenModule {}
