const zh = {
  label: '事项的种类',
  matters: '事项',
  conferences: '新闻发布会',
};

const en: typeof zh = {
  label: 'Kinds of duties',
  matters: 'Matters',
  conferences: 'Conferences',
};

export const dutyWords = { zh, en };
