import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import type { Actor } from '@koujing/access';
import { Answers, HoldsSecret } from '@koujing/kernel';
import { CurrentActor } from '../access/session.guard.js';
import {
  accountFormSchema,
  accountFormsSchema,
  trialOutcomeSchema,
  accountTrialSchema,
  addAccountSchema,
  reviseAccountSchema,
  type AccountForm,
  type AccountForms,
  type AccountTrialInput,
  type AddAccountInput,
  type ReviseAccountInput,
  type TrialOutcomeView,
} from './account-form.api.js';
import { KeepAccounts } from './keep-accounts.js';
import { ShowAccountForms } from './show-account-forms.js';
import { TryAccount } from './try-account.js';
import { doneSchema } from '../kernel/answer.api.js';

const done = { done: true } as const;

/** What administrators do with channel accounts; how they fare is DispatchController's. */
@Controller()
export class AccountController {
  constructor(
    @Inject(ShowAccountForms) private readonly forms: ShowAccountForms,
    @Inject(KeepAccounts) private readonly keep: KeepAccounts,
    @Inject(TryAccount) private readonly trials: TryAccount,
  ) {}

  @Get('account-forms')
  @Answers(accountFormsSchema)
  all(@CurrentActor() actor: Actor): Promise<AccountForms> {
    return this.forms.all(actor);
  }

  @Get('accounts/:id/form')
  @Answers(accountFormSchema)
  one(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<AccountForm> {
    return this.forms.one(id, actor);
  }

  @Post('accounts')
  @Answers(doneSchema)
  @HoldsSecret()
  async add(
    @CurrentActor() actor: Actor,
    @Body({ schema: addAccountSchema }) input: AddAccountInput,
  ): Promise<typeof done> {
    await this.keep.add(input, actor);
    return done;
  }

  @Put('accounts/:id')
  @Answers(doneSchema)
  @HoldsSecret()
  async revise(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: reviseAccountSchema }) input: ReviseAccountInput,
  ): Promise<typeof done> {
    await this.keep.revise(id, input, actor);
    return done;
  }

  @Post('accounts/:id/trial')
  @Answers(trialOutcomeSchema)
  @HttpCode(200)
  trial(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: accountTrialSchema }) { target }: AccountTrialInput,
  ): Promise<TrialOutcomeView> {
    return this.trials.perform(id, target, actor);
  }
}
