import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  Req,
  StreamableFile,
} from '@nestjs/common';
import type { Actor } from '@koujing/access';
import { uploadedFile, type UploadRequest } from '@koujing/release';
import { Answers, AnswersFile, downloadAs } from '@koujing/kernel';
import { CurrentActor } from '../access/session.guard.js';
import { madeSchema, doneSchema, pageQuerySchema, type PageQuery } from '../kernel/answer.api.js';
import { RecordEntry } from './record-entry.js';
import {
  missingListSchema,
  registerListSchema,
  relayBoardSchema,
  ruleBookSchema,
  storedFileSchema,
  missingQuerySchema,
  recordEntrySchema,
  registerNameSchema,
  registerQuerySchema,
  retireEntrySchema,
  type MissingList,
  type MissingQuery,
  type RecordEntryInput,
  type RegisterList,
  type RegisterName,
  type RegisterQuery,
  type RelayBoard,
  type RetireEntryInput,
  type RuleBookView,
  type StoredFile,
} from './register.api.js';
import { RetireEntry } from './retire-entry.js';
import { ShowRegisters } from './show-registers.js';
import { ShowRelays } from './show-relays.js';
import { StoreFile } from './store-file.js';

const done = { done: true } as const;

@Controller('registers')
export class RegisterController {
  constructor(
    @Inject(ShowRegisters) private readonly show: ShowRegisters,
    @Inject(RecordEntry) private readonly recording: RecordEntry,
    @Inject(RetireEntry) private readonly retiring: RetireEntry,
  ) {}

  @Get(':register')
  @Answers(registerListSchema)
  list(
    @CurrentActor() actor: Actor,
    @Param('register', { schema: registerNameSchema }) register: RegisterName,
    @Query({ schema: registerQuerySchema }) query: RegisterQuery,
  ): Promise<RegisterList> {
    return this.show.page(register, query, actor);
  }

  @Get(':register/missing')
  @Answers(missingListSchema)
  missing(
    @Param('register', { schema: registerNameSchema }) register: RegisterName,
    @Query({ schema: missingQuerySchema }) query: MissingQuery,
  ): Promise<MissingList> {
    return this.show.missing(register, query);
  }

  @Post()
  @Answers(madeSchema)
  async record(
    @CurrentActor() actor: Actor,
    @Body({ schema: recordEntrySchema }) input: RecordEntryInput,
  ): Promise<{ readonly id: string }> {
    return { id: await this.recording.perform(input, actor) };
  }

  @Post('entries/:id/retire')
  @Answers(doneSchema)
  @HttpCode(200)
  async retire(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: retireEntrySchema }) input: RetireEntryInput,
  ): Promise<typeof done> {
    await this.retiring.perform(id, input, actor);
    return done;
  }
}

/** Files of the registers, the rules with their readings, and the relay board. */
@Controller()
export class RegisterSheetController {
  constructor(
    @Inject(ShowRegisters) private readonly show: ShowRegisters,
    @Inject(ShowRelays) private readonly relays: ShowRelays,
    @Inject(StoreFile) private readonly files: StoreFile,
  ) {}

  @Get('rule-book')
  @Answers(ruleBookSchema)
  ruleBook(): Promise<RuleBookView> {
    return this.show.ruleBook();
  }

  @Get('relay-board')
  @Answers(relayBoardSchema)
  relayBoard(@Query({ schema: pageQuerySchema }) query: PageQuery): Promise<RelayBoard> {
    return this.relays.page(query);
  }

  @Post('register-files')
  @Answers(storedFileSchema)
  async store(@Req() request: UploadRequest): Promise<StoredFile> {
    return this.files.perform(await uploadedFile(request));
  }

  @Get('register-files/:sha256')
  @AnswersFile('*/*')
  @Header('x-content-type-options', 'nosniff')
  async file(@Param('sha256') sha256: string): Promise<StreamableFile> {
    const { bytes, mimeType, name } = await this.files.show(sha256);
    return new StreamableFile(bytes, { type: mimeType, disposition: downloadAs(name) });
  }
}
