/** Columns of the navigation where the city names none; the console offers the same to whoever writes. */
export const usualColumns = [
  {
    name: '通知公告',
    slug: 'notices',
    type: '工作动态',
    description: '通知、公告、通告',
    keywords: ['通知', '公告'],
  },
  {
    name: '新闻发布',
    slug: 'news',
    type: '工作动态',
    description: '新闻发布与情况通报',
    keywords: ['新闻', '通报'],
  },
  {
    name: '预警信息',
    slug: 'warnings',
    type: '工作动态',
    description: '预警与应急响应',
    keywords: ['预警', '应急'],
  },
  {
    name: '政策解读',
    slug: 'policy',
    type: '政策解读',
    description: '政策文件的解读',
    keywords: ['政策', '解读'],
  },
  {
    name: '回应关切',
    slug: 'response',
    type: '回应关切',
    description: '回应社会关切',
    keywords: ['回应', '关切'],
  },
];
