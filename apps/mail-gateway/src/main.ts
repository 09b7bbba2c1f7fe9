import { bootService } from '@app/runtime/boot/boot-service';
import { gatewayModule } from './gateway.module';

void bootService('mail-gateway', gatewayModule);
