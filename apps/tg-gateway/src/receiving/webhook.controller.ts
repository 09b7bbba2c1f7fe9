import { Body, Controller, HttpCode, HttpStatus, Logger, Post, ServiceUnavailableException } from '@nestjs/common';
import { errorWords } from '@app/runtime/error-words';
import { isUpdate } from './update';
import { UpdateIntake } from './update-intake';

/** Where Telegram brings updates: it hears 200 when one is stored, and brings any other again. */
@Controller()
export class WebhookController {
  private readonly logger = new Logger(WebhookController.name);

  constructor(private readonly intake: UpdateIntake) {}

  @Post()
  @HttpCode(HttpStatus.OK)
  async take(@Body() body: unknown): Promise<void> {
    if (!isUpdate(body)) return;
    try {
      await this.intake.take([body]);
    } catch (error) {
      this.logger.warn(`An update could not be stored, and Telegram brings it again: ${errorWords(error)}`);
      throw new ServiceUnavailableException();
    }
  }
}
