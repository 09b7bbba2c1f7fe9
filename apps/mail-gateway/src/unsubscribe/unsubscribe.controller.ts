import {
  Controller,
  Get,
  HttpCode,
  HttpException,
  HttpStatus,
  Ip,
  NotFoundException,
  Param,
  Post,
  Req,
  UseInterceptors,
} from '@nestjs/common';
import { AnswerInTime } from './answer-in-time';
import { languageOf, type PageRequest } from './page-request';
import { UnsubscribeIntake } from './unsubscribe-intake';
import { PAGES } from './unsubscribe-link';
import { unsubscribePage } from './unsubscribe-page';
import { VainTries } from './vain-tries';

/**
 * One click (RFC 8058). Looking changes nothing, since mail scanners follow every link; a POST acts, by the link alone
 * and whatever stands in it.
 */
@Controller(PAGES)
@UseInterceptors(AnswerInTime)
export class UnsubscribeController {
  private readonly vainTries = new VainTries();

  constructor(private readonly intake: UnsubscribeIntake) {}

  @Get(':token')
  async show(@Param('token') token: string, @Ip() address: string, @Req() request: PageRequest): Promise<string> {
    await this.unlessUnknown(address, () => this.intake.knows(token));
    return unsubscribePage('ask', languageOf(request));
  }

  @Post(':token')
  @HttpCode(HttpStatus.OK)
  async act(@Param('token') token: string, @Ip() address: string, @Req() request: PageRequest): Promise<string> {
    await this.unlessUnknown(address, () => this.intake.take(token));
    return unsubscribePage('done', languageOf(request));
  }

  private async unlessUnknown(address: string, isKnown: () => Promise<boolean>): Promise<void> {
    if (this.vainTries.isTooMany(address, performance.now())) {
      throw new HttpException('too many letters that do not exist', HttpStatus.TOO_MANY_REQUESTS);
    }
    if (await isKnown()) return;
    this.vainTries.count(address, performance.now());
    throw new NotFoundException();
  }
}
