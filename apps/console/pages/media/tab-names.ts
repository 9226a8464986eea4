const zh = { reporters: '记者与证件', outlets: '媒体', lists: '邮件名单', stops: '停发地址' };

const en: typeof zh = {
  reporters: 'Reporters',
  outlets: 'Outlets',
  lists: 'Mailing lists',
  stops: 'Stopped addresses',
};

/** The tabs of the media register by name, in their order. */
export const tabNames = { zh, en };
