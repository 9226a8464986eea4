const zh = {
  label: '事项的种类',
  matters: '事项',
  conferences: '新闻发布会',
  interviews: '采访申请',
  answers: '媒体答复',
  incidents: '突发事件',
  plans: '计划',
  directives: '督办指令',
  violations: '违规',
};

const en: typeof zh = {
  label: 'Kinds of duties',
  matters: 'Matters',
  conferences: 'Conferences',
  interviews: 'Interviews',
  answers: 'Answers to media',
  incidents: 'Incidents',
  plans: 'Plans',
  directives: 'Directives',
  violations: 'Violations',
};

export const dutyWords = { zh, en };
