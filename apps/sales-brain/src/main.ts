import { bootService } from '@app/runtime/boot/boot-service';
import { brainModule } from './brain.module';

void bootService('sales-brain', brainModule);
