import type { NamePerson } from '@koujing/access';
import { civilTime } from '@koujing/kernel';
import type { Conference } from './conference.js';
import { isPlanned } from './conference.js';
import type { ConferenceView } from './conference-view.api.js';
import type { Material, Reviewed } from './material-store.sql.js';
import type { SignMaterial } from './sign-material.js';

type FileView = NonNullable<ConferenceView['materials']['items'][number]['file']>;

/** What the page shows of a file: what it says, who signed it, who looked. */
export const fileView = (
  material: Material,
  of: {
    readonly conference: Conference;
    readonly signing: SignMaterial;
    readonly people: NamePerson;
  },
): FileView => {
  const { conference, signing, people } = of;
  const reviewed = (review: Reviewed | null) =>
    review === null ? null : { by: people(review.by), at: civilTime(review.at) };
  return {
    ...{ sha256: material.sha256, name: material.name, size: material.size },
    uploadedAt: civilTime(material.uploadedAt),
    traces: [...material.traces],
    signed: conference.signedMaterials[material.kind] === material.sha256,
    // Until it is applied for, it goes along with the content.
    awaitsSignature: !isPlanned(conference) && signing.isDue(conference, material),
    signedOff: reviewed(material.signedOff),
    unread: material.unread,
    looked: reviewed(material.looked),
  };
};
