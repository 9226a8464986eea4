import { outwardAddressFaults, say, type AddressFault, type Reason } from '@koujing/kernel';

/** Hosts of the city's own, inside, that the operator lists in the configuration: they may use http (政务微信, 专有钉钉). */
export type InnerHosts = readonly string[];

const wrong = (message: string, messageEn: string): Reason =>
  say('chatAddress', message, messageEn, { field: 'address' });

const faults: Readonly<Record<AddressFault, Reason>> = {
  noAddress: wrong(
    '这不是一个网址，请整段复制机器人的 Webhook 地址。',
    'This is no address; copy the whole of it.',
  ),
  carriesUser: wrong('地址里不能带用户名和密码。', 'An address carries no user name.'),
  notHttps: wrong('地址须以 https:// 开头。', 'The address must begin with https://.'),
  innerNetwork: wrong(
    '这是内网地址。确需发往单位自建的平台，请运维人员把主机列入配置文件的 chats.innerHosts。',
    'This is an address of an inner network; the operator lists such hosts under chats.innerHosts.',
  ),
};

/** Why nothing may be sent there. Pure. */
export const addressReasons = (address: string, innerHosts: InnerHosts): readonly Reason[] =>
  outwardAddressFaults(address, innerHosts).map((fault) => faults[fault]);

/** Enough to recognise it by: its host and the last four letters. Pure. */
export const hintOf = (address: string): string => `${new URL(address).host} … ${address.slice(-4)}`;
