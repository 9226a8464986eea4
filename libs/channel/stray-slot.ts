import type { ChannelFinding } from './channel.js';
import type { Publication } from './publication.js';

/** A text that looks like a slot would be filled, or would stop the sending: nobody writes one by chance. */
export const straySlots = ({ title, summary, blocks, organ, override }: Publication): ChannelFinding[] =>
  JSON.stringify([title, summary, blocks, organ, override]).includes('{{slot:')
    ? [
        {
          code: 'straySlot',
          severity: 'block',
          field: 'content',
          message: '稿件中含有“{{slot:”字样，这是系统保留的记号，请删去。',
          messageEn: 'The text contains "{{slot:", a mark reserved for the system; please remove it.',
        },
      ]
    : [];
