import { channelContract } from '../../../libs/channel/channel.contract.js';
import { emailHarness } from './email-world.js';

channelContract('e-mail', emailHarness);
