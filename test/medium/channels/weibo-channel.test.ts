import { channelContract } from '../../../libs/channel/channel.contract.js';
import { weiboHarness } from './weibo-world.js';

channelContract('Weibo', weiboHarness);
