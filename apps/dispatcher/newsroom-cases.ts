import type { Provider, Type } from '@nestjs/common';
import type { ChannelRenditions, SecretBox } from '@koujing/dispatch';
import { Audience, OutletStore, type LeaveList } from '@koujing/media';
import {
  KeepLinks,
  LeaveFromPage,
  OpenLink,
  OutletLinkStore,
  ReleaseDocumentStore,
  ShowFeed,
  ShownReleases,
  ShowNewsroom,
} from '@koujing/newsroom';
import { OrganStore } from '@koujing/organ';
import { OutletLinkController } from '../../libs/newsroom/link/outlet-link.controller.js';
import { NewsroomController } from '../../libs/newsroom/newsroom.controller.js';
import type { UseCases } from './use-cases.js';

export interface NewsroomGround {
  readonly renditions: ChannelRenditions;
  readonly box: SecretBox;
  readonly leave: LeaveList;
  readonly newsroomUrl: string;
  readonly portalUrl: (releaseId: string) => string;
}

export type NewsroomCases = ReturnType<typeof newsroomCasesOf>;

/** The pages of the outlets, and the links that open them. */
export const newsroomCasesOf = (cases: UseCases, { box, leave, ...ground }: NewsroomGround) => {
  const { database, clock, audit, releases, attachments } = cases;
  const parts = {
    ...{ database, clock, audit, releases, attachments, ...ground },
    key: box.derive('outletLink', ''),
    organs: new OrganStore(),
    outlets: new OutletStore(),
    links: new OutletLinkStore(),
    shown: new ShownReleases(),
    documents: new ReleaseDocumentStore(),
    audience: new Audience(clock),
  };
  return {
    links: new KeepLinks(parts),
    open: new OpenLink(parts),
    show: new ShowNewsroom(parts),
    feed: new ShowFeed(parts),
    leave: new LeaveFromPage({ ...parts, leave }),
  };
};

export const newsroomProviders = (cases: NewsroomCases): readonly Provider[] => [
  { provide: KeepLinks, useValue: cases.links },
  { provide: OpenLink, useValue: cases.open },
  { provide: ShowNewsroom, useValue: cases.show },
  { provide: LeaveFromPage, useValue: cases.leave },
  { provide: ShowFeed, useValue: cases.feed },
];

export const newsroomControllers: readonly Type[] = [NewsroomController, OutletLinkController];
