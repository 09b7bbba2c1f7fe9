import { bootService } from '@app/runtime/boot/boot-service';
import { gatewayModule } from './gateway.module';
import { startGateway } from './start-gateway';

void bootService('mail-gateway', gatewayModule, startGateway);
