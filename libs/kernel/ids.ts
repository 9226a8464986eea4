import { v7 } from 'uuid';

/** A UUIDv7 whose type names what it identifies; plain strings are accepted at the edges, other ids are not. */
type Id<Noun extends string> = string & { readonly __noun?: Noun };

export type OrganId = Id<'organ'>;
export type PersonId = Id<'person'>;
export type ReleaseId = Id<'release'>;
export type AccountId = Id<'account'>;
export type DeliveryId = Id<'delivery'>;
export type FindingId = Id<'finding'>;
export type SignatureId = Id<'signature'>;

/** A new UUIDv7: ordered by creation time, so that indexes stay dense. */
export const newId = (): string => v7();
