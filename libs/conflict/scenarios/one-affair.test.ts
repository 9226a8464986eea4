import { expect, test } from '@jest/globals';
import { check, ofKind, release } from './city.js';

const closing = release('a', '18 09:00', {
  organ: '云川市交通运输局',
  title: '云川大桥伸缩缝维修施工公告',
  body: '因更换伸缩缝，11月22日22时至次日5时云川大桥全桥封闭施工，请绕行东山大桥。',
});

test('the police and the transport office on one bridge’s closing are multi-headed', () => {
  const findings = check([
    closing,
    release('b', '18 15:00', {
      organ: '云川市公安局交通警察支队',
      title: '关于云川大桥封闭施工期间实施交通管制的通告',
      body: '因云川大桥维修，11月22日22时至23日5时禁止一切车辆通行，过往车辆请绕行东山大桥。',
    }),
  ]);
  expect(ofKind(findings, 'multiHeaded')).toEqual(['multiHeaded: a b']);
});

test('the buses that go another way when the bridge is closed are told by whoever runs them', () => {
  const findings = check([
    closing,
    release('b', '18 15:00', {
      organ: '云川公共交通集团有限公司',
      title: '云川大桥封闭施工期间5条公交线路绕行',
      body: '因云川大桥封闭施工，11月22日22时至次日5时，12路、31路等5条线路改走东山大桥。',
    }),
  ]);
  expect(ofKind(findings, 'multiHeaded')).toEqual([]);
});

test('who treats, who inspects and who governs a school make one group on its sick pupils', () => {
  const findings = check([
    release('a', '18 17:00', {
      organ: '云川市卫生健康委员会',
      title: '关于东山区青禾小学聚集性呕吐腹泻疫情的通报',
      body: '11月17日以来，东山区青禾小学陆续有23名学生出现呕吐、腹泻，经检测为诺如病毒感染，均症状轻微。',
    }),
    release('b', '18 18:30', {
      organ: '东山区人民政府',
      title: '青禾小学部分学生身体不适情况通报',
      body: '11月17日起，东山区青禾小学23名学生先后呕吐、腹泻，现已全部就诊，无重症，有关调查正在进行。',
    }),
    release('c', '19 10:00', {
      organ: '云川市市场监督管理局',
      title: '关于青禾小学食堂检查情况的通报',
      body: '针对东山区青禾小学学生呕吐、腹泻一事，11月18日我局对学校食堂进行检查，封存留样食品12份并送检。',
    }),
  ]);
  expect(ofKind(findings, 'multiHeaded')).toEqual(['multiHeaded: a b c']);
});

test('two organs that each speak twice on one accident are one group of four', () => {
  const findings = check([
    release('a', '18 08:40', {
      organ: '云川水务集团',
      title: '文昌路供水主管爆管停水通告',
      body: '11月18日7时20分，文昌路DN800供水主管爆管，东山区约1.2万户停水，正在抢修，预计20时恢复。',
    }),
    release('b', '18 09:30', {
      organ: '东山区人民政府',
      title: '文昌路爆管，东山区部分小区临时停水',
      body: '今早7时20分许，文昌路供水主管爆管，约1.2万户用水受影响，我区已调派8辆送水车。',
    }),
    release('c', '18 19:10', {
      organ: '云川水务集团',
      title: '文昌路爆管抢修完成',
      body: '11月18日18时50分，文昌路供水主管爆管点焊接完成，开始冲洗管道，21时前逐步恢复供水。',
    }),
    release('d', '18 19:30', {
      organ: '东山区人民政府',
      title: '文昌路爆管抢修进展和临时供水安排',
      body: '文昌路爆管点已焊接完成，预计21时前恢复供水，3个临时供水点今晚继续开放。',
    }),
  ]);
  expect(ofKind(findings, 'multiHeaded')).toEqual(['multiHeaded: a b c d']);
});

test('the city closes its schools on a day on which a district has school as usual', () => {
  const findings = check([
    release('a', '23 08:40', {
      organ: '云川市教育局',
      title: '关于全市中小学幼儿园临时停课的紧急通知',
      body: '受强降雪影响，经研究决定，11月24日全市中小学、幼儿园停课一天，25日恢复正常教学秩序。',
    }),
    release('b', '23 17:30', {
      organ: '东山区人民政府',
      title: '东山区明天正常上学，到校时间推迟',
      body: '统一回复各位家长：11月24日，东山区各中小学、幼儿园不停课，到校时间推迟到9时，家住偏远的孩子可向班主任请假，不计缺勤。',
    }),
  ]);
  expect(ofKind(findings, 'inconsistent')).toEqual(['inconsistent: a b']);
});

test('a flood warning is the water office’s to issue, and a meal that made ill is no epidemic', () => {
  const rules = {
    statutoryIssuers: [
      { subject: '洪水预警', organs: ['云川水务集团'] },
      { subject: '疫情', organs: ['云川市卫生健康委员会'] },
    ],
  };
  const flood = release('a', '18 18:40', {
    organ: '东山区人民政府',
    title: '东山区人民政府发布鹿溪河洪水橙色预警',
    body: '东山区人民政府11月18日18时40分发布洪水橙色预警：预计未来6小时，鹿溪河水位将上涨2.4米。',
  });
  const meal = release('b', '25 10:30', {
    organ: '云川市市场监督管理局',
    title: '关于青禾小学部分学生就餐后身体不适的情况通报',
    body: '11月24日午餐后，青禾小学部分学生出现呕吐、腹痛症状。截至25日9时，共报告病例37例，均已就诊。',
  });
  expect(ofKind(check([flood, meal], rules), 'crossRemit')).toEqual(['crossRemit: a']);
});
