interface ChannelWords {
  readonly [channel: string]: string;
}

const zh: ChannelWords = {
  portal: '门户网站',
  weibo: '微博',
  wechat: '微信公众号',
  email: '媒体邮件',
  webhook: '城市 App',
};
const en: ChannelWords = {
  portal: 'Portal',
  weibo: 'Weibo',
  wechat: 'WeChat',
  email: 'Media e-mail',
  webhook: 'City app',
};

export const channelWords = { zh, en };
