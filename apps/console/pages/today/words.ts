const zh = {
  title: '今天',
  greeting: (name: string, date: string) => `${name}，今天是 ${date}`,
  waiting: '待我办理',
  waitingEmpty: '今天没有待办。',
  next: (title: string, at: string) => `下一项计划：${at}《${title}》`,
  running: '正在发布',
  runningEmpty: '现在没有正在发布的稿件。',
  conflicts: '待处理的口径冲突',
  conflictsEmpty: '现在没有待处理的口径冲突。',
  planned: '已排期',
  all: '全部',
  newRelease: '起草新稿',
  tasks: {
    submit: '待提交',
    revise: '退回待改',
    review: '待审查审批',
    publish: '待发布',
    held: '被冲突拦下',
  },
};

const en: typeof zh = {
  title: 'Today',
  greeting: (name: string, date: string) => `${name}, today is ${date}`,
  waiting: 'Waiting for me',
  waitingEmpty: 'Nothing waits for you today.',
  next: (title: string, at: string) => `Next planned: ${at}, ${title}`,
  running: 'Being released',
  runningEmpty: 'Nothing is being released right now.',
  conflicts: 'Open conflicts',
  conflictsEmpty: 'No conflict waits to be settled.',
  planned: 'Scheduled',
  all: 'All',
  newRelease: 'New release',
  tasks: {
    submit: 'To submit',
    revise: 'Returned to me',
    review: 'To review or approve',
    publish: 'To release',
    held: 'Held by a conflict',
  },
};

export const words = { zh, en };
