import type { RecordEntryInput } from './register.api.js';
import { registers } from './registers.js';

/** Each register has a key of its own kind; the switch on its name pairs the two again. */
export const keyOf = (input: RecordEntryInput): string => {
  switch (input.register) {
    case 'expert':
      return registers.expert.keyOf(input.detail);
    case 'expertInterpretation':
      return registers.expertInterpretation.keyOf(input.detail);
    case 'relaySite':
      return registers.relaySite.keyOf(input.detail);
    case 'relay':
      return registers.relay.keyOf(input.detail);
    case 'noPayment':
      return registers.noPayment.keyOf(input.detail);
    case 'pressArea':
      return registers.pressArea.keyOf(input.detail);
    case 'workflow':
      return registers.workflow.keyOf(input.detail);
    case 'training':
      return registers.training.keyOf(input.detail);
    case 'nonPublication':
      return registers.nonPublication.keyOf(input.detail);
    case 'bulletin':
      return registers.bulletin.keyOf(input.detail);
    case 'interpretation':
      return registers.interpretation.keyOf(input.detail);
  }
};
