const zh = {
  title: '登录',
  lead: '一篇审定的稿件，各渠道一次发出，口径一致。',
  username: '用户名',
  password: '密码',
  usernameNeeded: '请填写用户名',
  passwordNeeded: '请填写密码',
  signIn: '登录',
  demo: '演示账号（点一下填入）',
  demoLead: '这是演示系统，数据均为虚构。',
  other: 'English',
};

const en: typeof zh = {
  title: 'Sign in',
  lead: 'One approved release, every channel, one line.',
  username: 'User name',
  password: 'Password',
  usernameNeeded: 'Please enter your user name',
  passwordNeeded: 'Please enter your password',
  signIn: 'Sign in',
  demo: 'Demo accounts (press one to fill it in)',
  demoLead: 'This is a demonstration; all its data are invented.',
  other: '中文',
};

export const words = { zh, en };
