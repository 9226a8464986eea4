const zh = {
  label: '事项的种类',
  matters: '事项',
};

const en: typeof zh = {
  label: 'Kinds of duties',
  matters: 'Matters',
};

export const dutyWords = { zh, en };
