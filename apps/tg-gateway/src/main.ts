import { bootServiceWith } from '@app/runtime/boot/boot-service';
import { readTelegramSettings } from '@app/runtime/config/telegram-settings';
import { gatewayModule } from './gateway.module';
import { startGateway } from './start-gateway';

void bootServiceWith('tg-gateway', readTelegramSettings, gatewayModule, startGateway);
