import { channelContract } from '../../../libs/channel/channel.contract.js';
import { wechatHarness } from './wechat-world.js';

channelContract('WeChat (publish)', wechatHarness('publish'));

// A lost answer to sendall is asked for again with the same clientmsgid; the API lists no mass-sent article.
channelContract('WeChat (mass send)', { ...wechatHarness('mass'), lacks: ['loss', 'recent', 'inspect'] });
