/** The first that fits: a browser that is built on another names that one too. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger\//u, '微信 WeChat'],
  [/QQBrowser\//u, 'QQ浏览器 QQ Browser'],
  [/360SE|360EE|QIHU/u, '360浏览器 360 Browser'],
  [/Edg(?:e|A|iOS)?\//u, 'Edge'],
  [/OPR\//u, 'Opera'],
  [/Firefox\/|FxiOS\//u, 'Firefox'],
  [/Chrome\/|CriOS\//u, 'Chrome'],
  [/Safari\//u, 'Safari'],
];

const systems: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS|OpenHarmony/u, 'HarmonyOS'],
  [/Android/u, 'Android'],
  [/iPhone|iPad|iPod/u, 'iOS'],
  [/Windows/u, 'Windows'],
  [/Macintosh|Mac OS X/u, 'macOS'],
  [/UOS|Kylin/iu, 'UOS/麒麟 Kylin'],
  [/Linux/u, 'Linux'],
];

const firstOf = (known: readonly (readonly [RegExp, string])[], agent: string): string | null =>
  known.find(([pattern]) => pattern.test(agent))?.[1] ?? null;

/** What a person recognises a device by, e.g. `Edge · Windows`; '' of what names neither. It is what the browser claims, and proves nothing. */
export const agentWords = (agent: string): string =>
  [firstOf(browsers, agent), firstOf(systems, agent)].filter((word) => word !== null).join(' · ');
