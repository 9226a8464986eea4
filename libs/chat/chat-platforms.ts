import type { ChatPlatform } from './chat-platform.js';
import type { ChatPlatformName } from './chat.api.js';
import { dingtalk } from './platforms/dingtalk.js';
import { feishu } from './platforms/feishu.js';
import { wecom } from './platforms/wecom.js';

/** A new platform is one file and one word here. */
export const chatPlatforms: Readonly<Record<ChatPlatformName, ChatPlatform>> = { wecom, dingtalk, feishu };
