const zh = {
  consistency: '口径一致',
  timeliness: '及时',
  reach: '到达',
  workload: '工作量',
  roster: '名单与发布会',
  bulletin: '半年通报',
  annual: '年度专章',
  closed: '封存与日报',
};

const en: typeof zh = {
  consistency: 'Consistency',
  timeliness: 'Timeliness',
  reach: 'Reach',
  workload: 'Workload',
  roster: 'Roster and conferences',
  bulletin: 'Half-yearly bulletin',
  annual: 'Annual section',
  closed: 'Closed and daily',
};

/** The tabs of the reports by name, in their order. */
export const tabNames = { zh, en };
