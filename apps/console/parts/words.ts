const zh = {
  retry: '重试',
  failed: '这一步没有完成',
  safe: '已保存的内容不受影响。',
  loading: '正在载入',
  forbidden: '您没有查看此页的权限，请联系本单位管理员授权。',
  noChange: '这两版的标题和正文相同。',
  delivered: (out: number, total: number) => `已送达 ${out} / ${total}`,
  attention: (count: number) => `${count} 项需要处理`,
  elsewhere: '没有经本系统发出',
};

const en: typeof zh = {
  retry: 'Try again',
  failed: 'This did not complete',
  safe: 'Everything that was saved is safe.',
  loading: 'Loading',
  forbidden: 'You may not see this page; the administrator of your organ can grant it.',
  noChange: 'Title and text of the two versions are the same.',
  delivered: (out: number, total: number) => `${out} of ${total} delivered`,
  attention: (count: number) => `${count} need attention`,
  elsewhere: 'not sent through this system',
};

export const words = { zh, en };
