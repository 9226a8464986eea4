import { isPrivateHost, say, type Reason } from '@koujing/kernel';

/** Hosts of the city's own, inside, that the operator lists in the configuration: they may use http (政务微信, 专有钉钉). */
export type InnerHosts = readonly string[];

const wrong = (message: string, messageEn: string): Reason =>
  say('chatAddress', message, messageEn, { field: 'address' });

/** Why nothing may be sent there: https to a public host, or a host that the operator has listed. Pure. */
export const addressReasons = (address: string, innerHosts: InnerHosts): readonly Reason[] => {
  if (!URL.canParse(address))
    return [
      wrong('这不是一个网址，请整段复制机器人的 Webhook 地址。', 'This is no address; copy the whole of it.'),
    ];
  const { protocol, hostname, username } = new URL(address);
  if (username !== '') return [wrong('地址里不能带用户名和密码。', 'An address carries no user name.')];
  if (innerHosts.includes(hostname) && (protocol === 'http:' || protocol === 'https:')) return [];
  return [
    ...(protocol === 'https:'
      ? []
      : [wrong('地址须以 https:// 开头。', 'The address must begin with https://.')]),
    ...(isPrivateHost(hostname)
      ? [
          wrong(
            '这是内网地址。确需发往单位自建的平台，请运维人员把主机列入配置文件的 chats.innerHosts。',
            'This is an address of an inner network; the operator lists such hosts under chats.innerHosts.',
          ),
        ]
      : []),
  ];
};

/** Enough to recognise it by: its host and the last four letters. Pure. */
export const hintOf = (address: string): string => `${new URL(address).host} … ${address.slice(-4)}`;
