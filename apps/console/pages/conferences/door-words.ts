const zh = {
  door: '到场记者',
  doorHelp: '登记参加的记者，入场时再看一次证件（第二十条）。',
  counts: (come: number, admitted: number, away: number) =>
    `已登记 ${come} 人，已入场 ${admitted} 人${away === 0 ? '' : `，未予入场 ${away} 人`}`,
  nobody: '还没有记者登记。',
  register: '登记记者',
  registerHelp: '只能登记媒体登记中证件有效的记者。',
  findReporter: '按姓名或媒体查找',
  standing: '证件',
  state: '入场',
  states: { registered: '待入场', admitted: '已入场', turnedAway: '未予入场' },
  late: '开始后补登',
  registeredBy: (name: string, at: string) => `${at} 由${name}登记`,
  decided: (at: string) => `${at} 处理`,
  check: '核验证件',
  admit: '准予入场',
  turnAway: '不予入场',
  turnAwayOf: (name: string) => `不予${name}入场`,
  forCredentials: '因为证件（官方名册已确认的不得以此为由）',
  note: '理由',
};

const en: typeof zh = {
  door: 'Reporters who come',
  doorHelp: 'Who is registered; at the door the credential is looked at once more (Art.20).',
  counts: (come: number, admitted: number, away: number) =>
    `${come} registered, ${admitted} admitted${away === 0 ? '' : `, ${away} turned away`}`,
  nobody: 'No reporter is registered yet.',
  register: 'Register a reporter',
  registerHelp: 'Only reporters whose credentials are valid in the media register.',
  findReporter: 'Find by name or outlet',
  standing: 'Credentials',
  state: 'Admission',
  states: { registered: 'expected', admitted: 'admitted', turnedAway: 'turned away' },
  late: 'added after the beginning',
  registeredBy: (name: string, at: string) => `registered ${at} by ${name}`,
  decided: (at: string) => `decided ${at}`,
  check: 'Check credentials',
  admit: 'Admit',
  turnAway: 'Turn away',
  turnAwayOf: (name: string) => `Turn ${name} away`,
  forCredentials: 'For want of credentials (barred where an official register confirms them)',
  note: 'Reason',
};

export const doorWords = { zh, en };
