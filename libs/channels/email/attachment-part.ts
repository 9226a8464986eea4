import type { Attempt, MailMessage, PublicationDocument, Rendition } from '@koujing/channel';

const prefix = 'attachment.';

/** How a rendition names its documents: digest and names, so that what was approved is what is attached. */
export const attachmentParts = (documents: readonly PublicationDocument[]): Record<string, string> =>
  Object.fromEntries(
    documents.map(({ kind, sha256, name, asciiName }) => [
      `${prefix}${kind}`,
      [sha256, asciiName, name].join('\n'),
    ]),
  );

const mimeTypes: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
};

/** The documents of a rendition with their bytes. A document whose bytes are missing stops the mail: half a mail is not what was approved. */
export const attachmentsIn = (rendition: Rendition, assets: Attempt['images']): MailMessage['attachments'] =>
  Object.entries(rendition.parts)
    .filter(([part]) => part.startsWith(prefix))
    .map(([part, value]) => {
      const [sha256 = '', asciiName = '', name = ''] = value.split('\n');
      const asset = assets.find((each) => each.sha256 === sha256);
      if (asset === undefined)
        throw new Error(`the document ${name} (${sha256}) of a rendition is not at hand`);
      const mimeType = mimeTypes[part.slice(prefix.length)] ?? asset.mimeType;
      return { filename: name, asciiName, mimeType, bytes: asset.bytes, sha256 };
    });
