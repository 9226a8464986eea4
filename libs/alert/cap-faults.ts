import { referenceText, type CapAlert } from './cap.js';

const forbidden = /[\s,<&]/u;
const time = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2}$/u;

/** What the schema cannot see or a receiver would trip over; an alert with a fault is not issued. Empty: none. */
export const capFaults = (alert: CapAlert): readonly string[] => {
  const { identifier, sender, sent, msgType, references, info } = alert;
  const times = { sent, effective: info.effective, expires: info.expires };
  return [
    ...(identifier === '' || forbidden.test(identifier) ? [`identifier “${identifier}”`] : []),
    ...(sender === '' || forbidden.test(sender) ? [`sender “${sender}”`] : []),
    ...Object.entries(times).flatMap(([name, value]) => (time.test(value) ? [] : [`${name} “${value}”`])),
    ...(Date.parse(info.expires) > Date.parse(sent) ? [] : ['expires is not after sent']),
    ...((msgType === 'Alert') === (references.length === 0)
      ? []
      : [`${msgType} with ${references.length} references`]),
    ...references.flatMap((reference) =>
      referenceText(reference).split(',').length === 3 &&
      !/\s/u.test(referenceText(reference)) &&
      time.test(reference.sent)
        ? []
        : [`reference “${referenceText(reference)}”`],
    ),
    ...(info.headline === '' || info.description === '' || info.area.areaDesc === ''
      ? ['an empty text']
      : []),
  ];
};
