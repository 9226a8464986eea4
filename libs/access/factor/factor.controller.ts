import { Body, Controller, Get, HttpCode, Inject, Ip, Post } from '@nestjs/common';
import { Answers, HoldsSecret } from '@koujing/kernel';
import { doneSchema } from '../../kernel/answer.api.js';
import type { Actor } from '../actor.js';
import type { SignedIn } from '../read-session.js';
import { CurrentActor, CurrentSession, WithoutFactor } from '../session.guard.js';
import {
  beginFactorSchema,
  begunFactorSchema,
  codeSchema,
  factorSchema,
  recoveryCodesSchema,
  removeFactorSchema,
  type BeginFactorInput,
  type BegunFactor,
  type CodeInput,
  type FactorView,
  type RecoveryCodes,
  type RemoveFactorInput,
} from './factor.api.js';
import { KeepFactor } from './keep-factor.js';

/** One's own authenticator. */
@Controller('session/second-factor')
export class FactorController {
  constructor(@Inject(KeepFactor) private readonly factor: KeepFactor) {}

  @Get()
  @Answers(factorSchema)
  @WithoutFactor()
  show(@CurrentActor() actor: Actor): Promise<FactorView> {
    return this.factor.show(actor);
  }

  @Post()
  @Answers(begunFactorSchema)
  @HttpCode(200)
  @WithoutFactor()
  @HoldsSecret()
  begin(
    @CurrentSession() signedIn: SignedIn,
    @Body({ schema: beginFactorSchema }) { password }: BeginFactorInput,
    @Ip() address: string,
  ): Promise<BegunFactor> {
    return this.factor.begin(signedIn, password, address);
  }

  @Post('confirmation')
  @Answers(recoveryCodesSchema)
  @HttpCode(200)
  @WithoutFactor()
  @HoldsSecret()
  confirm(
    @CurrentSession() signedIn: SignedIn,
    @Body({ schema: codeSchema }) { code }: CodeInput,
    @Ip() address: string,
  ): Promise<RecoveryCodes> {
    return this.factor.confirm(signedIn, code, address);
  }

  @Post('recovery-codes')
  @Answers(recoveryCodesSchema)
  @HttpCode(200)
  @HoldsSecret()
  renew(
    @CurrentSession() signedIn: SignedIn,
    @Body({ schema: codeSchema }) { code }: CodeInput,
    @Ip() address: string,
  ): Promise<RecoveryCodes> {
    return this.factor.renewCodes(signedIn, code, address);
  }

  @Post('removal')
  @Answers(doneSchema)
  @HttpCode(200)
  @HoldsSecret()
  async remove(
    @CurrentSession() signedIn: SignedIn,
    @Body({ schema: removeFactorSchema }) input: RemoveFactorInput,
    @Ip() address: string,
  ): Promise<{ readonly done: true }> {
    await this.factor.remove(signedIn, input, address);
    return { done: true };
  }
}
