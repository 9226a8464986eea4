import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { roleSchema } from '../../../libs/access/access.api.js';
import { conferenceKindSchema, speakerSchema } from '../../../libs/conference/conference.api.js';
import { factAttributeSchema, matterTriggerSchema } from '../../../libs/matter/matter.api.js';
import { hatsSchema, organKindSchema, organLevelSchema } from '../../../libs/organ/organ.api.js';
import { releaseKindSchema } from '../../../libs/release/release.api.js';
import { registerNameSchema } from '../../../libs/register/register.api.js';
import { postSchema } from '../../../libs/roster/roster.api.js';
import type { Organ, StatutoryIssuer } from '@koujing/organ';
import { pressFile, type DemoPress } from './demo-press.js';
import { plansFile, type DemoPlans } from './demo-plans.js';
import { mediaImportSchema, type MediaImport } from '../../../libs/media/media.api.js';

/** The files of `config/demo/`; a configured city may hand its own register over in the same form. */
export const organsFile = z.strictObject({
  organs: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      short: z.string(),
      aliases: z.array(z.string()).default([]),
      kind: organKindSchema,
      level: organLevelSchema.default('city'),
      area: z.string().default(''),
      parent: z.string().optional(),
      remit: z.array(z.string()),
      unit: z.string(),
      office: z.boolean().default(false),
      /** The office's two names (Art.4). */
      hats: hatsSchema.optional(),
    }),
  ),
  statutoryIssuers: z
    .array(z.strictObject({ subject: z.string(), organs: z.array(z.string()), basis: z.string() }))
    .default([]),
});

/** Everybody's in the demo, which listens on 127.0.0.1 only. */
export const demoPassword = 'koujing-demo';

export const peopleFile = z.strictObject({
  /** Was one password for all; each now gets one of their own at the start. */
  password: z
    .never({
      error:
        '已不再写密码：删去这一行，新来的人各得一个随机的初始密码 (strike this line out: everybody who is new gets a random first password)',
    })
    .optional(),
  people: z.array(
    z.strictObject({
      username: z.string(),
      name: z.string(),
      organ: z.string(),
      roles: z.array(roleSchema).min(1),
      email: z.string().optional(),
    }),
  ),
});

const mattersFile = z.strictObject({
  matters: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      owner: z.string(),
      opened: z.string(),
      due: z.string(),
      trigger: matterTriggerSchema,
      kind: releaseKindSchema.default('routine'),
      concerned: z.array(z.string()).default([]),
      /** Agreed facts (口径). */
      lines: z
        .array(
          z.strictObject({
            attribute: factAttributeSchema,
            about: z.string().default(''),
            value: z.string(),
            unit: z.string().default(''),
            asOf: z.string().optional(),
          }),
        )
        .default([]),
    }),
  ),
});

const rosterFile = z.strictObject({
  rosters: z.array(
    z.strictObject({
      organ: z.string(),
      /** Since when, in days before today. */
      days: z.int(),
      /** Filed so many days before today. */
      filed: z.int().optional(),
      entries: z.array(
        z.strictObject({
          post: postSchema,
          name: z.string(),
          title: z.string(),
          rank: z.string(),
          reason: z.string().default(''),
          /** Of a temporary spokesperson: the topic, and for how many days from today. */
          topic: z.string().default(''),
          until: z.int().optional(),
        }),
      ),
    }),
  ),
});

const registersFile = z.strictObject({
  entries: z.array(
    z.strictObject({
      register: registerNameSchema,
      organ: z.string(),
      detail: z.record(z.string(), z.unknown()),
    }),
  ),
});

const conferencesFile = z.strictObject({
  conferences: z.array(
    z.strictObject({
      kind: conferenceKindSchema,
      organ: z.string(),
      theme: z.string(),
      content: z.string(),
      justification: z.string(),
      startsAt: z.string(),
      state: z.enum(['applied', 'approved']),
      joint: z.array(z.string()).default([]),
      speakers: z.array(speakerSchema.omit({ organId: true })).min(1),
      totalMinutes: z.int(),
      leadMinutes: z.int(),
      rostrumPersons: z.int(),
      limitReasons: z.record(z.string(), z.string()).default({}),
    }),
  ),
  /** Organs that must keep up routine release (Art.29). */
  routineDuty: z.array(z.string()),
});

const releasesFile = z.strictObject({
  releases: z.array(
    z.strictObject({
      id: z.string(),
      organ: z.string(),
      kind: z.enum(['routine', 'hotTopic', 'emergency', 'warning', 'majorEvent', 'mediaScrutiny', 'other']),
      at: z.string().optional(),
      state: z
        .enum(['released', 'draft', 'submitted', 'reviewed', 'approved', 'scheduled'])
        .default('released'),
      /** The hour of a scheduled one: `+3 09:00`, three days after the first start. */
      scheduled: z.string().optional(),
      /** What its drafter would have. */
      proposed: z.strictObject({ at: z.string(), why: z.string() }).optional(),
      title: z.string(),
      summary: z.string().optional(),
      body: z.string(),
      joint: z.array(z.string()).default([]),
      relayOf: z.union([z.string(), z.strictObject({ organ: z.string() })]).optional(),
      supersedes: z.string().optional(),
    }),
  ),
});

export type DemoRelease = z.infer<typeof releasesFile>['releases'][number];
export type DemoPeople = z.infer<typeof peopleFile>;
export type DemoRoster = z.infer<typeof rosterFile>['rosters'][number];
export type DemoConference = z.infer<typeof conferencesFile>['conferences'][number];
export type DemoMatter = z.infer<typeof mattersFile>['matters'][number];

export interface DemoCity {
  readonly organs: readonly Organ[];
  readonly statutoryIssuers: readonly StatutoryIssuer[];
  readonly people: DemoPeople;
  readonly media: MediaImport;
  readonly matters: readonly DemoMatter[];
  readonly conferences: readonly DemoConference[];
  readonly routineDuty: readonly string[];
  readonly press: DemoPress;
  readonly plans: DemoPlans;
  readonly rosters: readonly DemoRoster[];
  readonly registers: z.infer<typeof registersFile>['entries'];
  readonly releases: readonly DemoRelease[];
}

/** A person to sign in as. */
export interface DemoAccount {
  readonly username: string;
  readonly password: string;
  readonly name: string;
  /** The organ's short name: three organs have a drafter. */
  readonly organ: string;
}

export const demoAccountsOf = ({ people, organs }: DemoCity): readonly DemoAccount[] =>
  people.people.map(({ username, name, organ }) => ({
    username,
    password: demoPassword,
    name,
    organ: organs.find(({ id }) => id === organ)?.shortName ?? organ,
  }));

const read = <T>(directory: string, file: string, schema: z.ZodType<T>): T =>
  schema.parse(parse(readFileSync(join(directory, file), 'utf8')));

export const readDemoCity = (directory: string): DemoCity => {
  const register = read(directory, 'organs.yaml', organsFile);
  return {
    organs: register.organs.map(organOf),
    statutoryIssuers: register.statutoryIssuers.map(({ subject, organs, basis }) => ({
      subject,
      organIds: organs,
      basis,
    })),
    people: read(directory, 'people.yaml', peopleFile),
    media: read(directory, 'media.yaml', mediaImportSchema),
    ...read(directory, 'conferences.yaml', conferencesFile),
    matters: read(directory, 'matters.yaml', mattersFile).matters,
    registers: read(directory, 'registers.yaml', registersFile).entries,
    press: read(directory, 'press.yaml', pressFile),
    rosters: read(directory, 'roster.yaml', rosterFile).rosters,
    plans: read(directory, 'plans.yaml', plansFile),
    releases: read(directory, 'releases.yaml', releasesFile).releases,
  };
};

export const organOf = (organ: z.infer<typeof organsFile>['organs'][number]): Organ => ({
  id: organ.id,
  name: organ.name,
  shortName: organ.short,
  aliases: organ.aliases,
  kind: organ.kind,
  level: organ.level,
  area: organ.area,
  parentId: organ.parent ?? null,
  remit: organ.remit,
  releaseUnit: organ.unit,
  isOffice: organ.office,
  hats: organ.hats ?? null,
});
