import { isPrivateHost, say, type Reason } from '@koujing/kernel';

/** Hosts of the city's own network, with their port where it is not the usual one, that the operator lists (`watch.innerHosts`). */
export type InnerHosts = readonly string[];

export const isInner = (url: string, innerHosts: InnerHosts): boolean =>
  URL.canParse(url) && innerHosts.includes(new URL(url).host);

const wrong = (message: string, messageEn: string): Reason =>
  say('sourceAddress', message, messageEn, { field: 'url' });

/** Why nothing may be read there. Pure; a name that leads to a private address is refused when it is connected to. */
export const addressReasons = (url: string, innerHosts: InnerHosts): readonly Reason[] => {
  if (!URL.canParse(url)) return [wrong('这不是一个网址。', 'This is no address.')];
  const { protocol, hostname, username } = new URL(url);
  if (protocol !== 'http:' && protocol !== 'https:')
    return [wrong('地址须以 http:// 或 https:// 开头。', 'The address must begin with http:// or https://.')];
  if (username !== '') return [wrong('地址里不能带用户名和密码。', 'An address carries no user name.')];
  if (isInner(url, innerHosts) || !isPrivateHost(hostname)) return [];
  return [
    wrong(
      '这是内网地址。确需读取单位内网的网站，请运维人员把主机列入配置文件的 watch.innerHosts。',
      'This is an address of an inner network; the operator lists such hosts under watch.innerHosts.',
    ),
  ];
};

/** Is the address on this site? */
export const isOn = (url: string, site: string): boolean =>
  URL.canParse(url) && URL.canParse(site) && new URL(url).host === new URL(site).host;
