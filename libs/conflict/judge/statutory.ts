import { subjectsOfRemit } from '../subject.js';

/**
 * How a text *issues* what only statutory issuers may issue (Art.24; 气象灾害防御条例 Art.30, 地震预报管理条例 Art.14,
 * 突发公共卫生事件应急条例 Art.25). Speaking about a warning is not issuing one: 做好…防范, 受…影响, 启动响应.
 */
const HAZARD_WORDS =
  '(?:暴雨|台风|高温|寒潮|大风|雷电|雷暴|冰雹|大雾|浓雾|霾|暴雪|道路结冰|霜冻|低温|干旱|沙尘暴|雷雨大风|强对流|强降雨|山洪)';
const WARNING = new RegExp(
  `${HAZARD_WORDS}[^。\\n]{0,6}(?:蓝|黄|橙|红)色预警|${HAZARD_WORDS}[^。\\n]{0,4}(?:蓝|黄|橙|红)色预警信号|(?:发布|解除|变更|升级)[^。\\n]{0,10}${HAZARD_WORDS}[^。\\n]{0,8}预警|气象灾害预警`,
  'u',
);
const FORECAST = /(?:预计|预报)[^。\n]{0,14}(?:降雨|暴雨|大雨|中雨|小雨|降雪|大雪|气温|阵风|雷阵雨|晴|多云)/u;
const FLOOD_WARNING =
  /(?:洪水|水情|汛情)[^。\n]{0,6}(?:蓝|黄|橙|红)色预警|(?:发布|解除|变更|升级)[^。\n]{0,12}(?:洪水|水情|汛情)[^。\n]{0,8}预警/u;
const ABOUT_WARNING = /做好|应对|防范|防御|期间|影响|响应|停课|停工|关闭|暂停|停运|落实|部署|提醒|工作/u;
/** Who looks after earthquakes is named: their words are passed on. */
const ON_QUAKES = /地震(?:部门|局|台网?|机构|专家|监测)/u;
const QUAKE_FORECAST =
  /(?:预计|预测|预报|可能|将(?:要|会)?)[^。\n]{0,24}发生[^。\n]{0,12}地震|地震(?:短期|临震|中期)?预报(?!不|是谣)|临震预报/u;
/** 经分析判断，未来三个月内我县不会发生5级以上地震: that there will be none is a forecast too, whatever rumour it answers. */
const QUAKE_RULED_OUT =
  /(?:未来|今后|近期|年内|年底前|[\d一二三四五六七八九十几数半]+(?:天|日|周|个?月|年)(?:之?内|以内))[^。\n]{0,16}不会(?:再)?发生[^。\n]{0,8}(?:[\d一二三四五六七八九]级|破坏性|强烈?)[^。\n]{0,6}地震/u;
const QUAKE_DENIAL = /谣言|不实|辟谣|不会发生|没有发布/u;
const EPIDEMIC =
  /(?:新增|累计|报告|发现|确诊)[^。\n]{0,20}(?:病例|感染者|患者)[^。\n]{0,10}\d+\s*[例名人]|\d+\s*例[^。\n]{0,12}(?:病例|确诊|感染|疑似)|(?:新增|累计|报告|发现|确诊|共有?)[^。\n]{0,6}\d+\s*[例名人][^。\n]{0,8}(?:感染|确诊)[^。\n]{0,8}(?:病毒|肺炎|流感|痢疾|霍乱|肝炎|水痘|手足口)|疫情[^。\n]{0,4}\d+\s*起|确诊[^。\n]{0,4}(?:登革热|流感|诺如|手足口|水痘|肺炎|霍乱|痢疾)[^。\n]{0,6}\d+\s*[例名人]|(?:新增|累计|共?报告)[^。\n]{0,6}(?:病|流感|肺炎|痢疾|肝炎|水痘|霍乱|诺如)[^。\n]{0,4}\d+\s*例/u;

/** 通报县第三中学聚集性疫情 … 由诺如病毒感染引起: an outbreak and what it is, told as the teller's own finding. */
const tellsOutbreak = (title: string, lead: string): boolean =>
  /(?:通报|通告|公布|发布)[^，。]{0,16}疫情|疫情[^，。]{0,6}(?:通报|通告|情况)/u.test(title) &&
  /病毒[^。，]{0,4}感染(?:引起|所致|引发)|确[诊认][^。，]{0,8}感染/u.test(lead);

/** 午餐后部分就餐人员呕吐，报告病例37例: what was eaten is the market office's to tell, until a germ is named. */
const tellsOfFood = (said: string): boolean =>
  /食物中毒|食源性|[就用]餐|[早午晚]餐|食堂/u.test(said) &&
  !/病毒|诺如|登革|流感|霍乱|痢疾|伤寒|疫情|传染/u.test(said);

/** Does the text itself issue something on the statutory subject, as the register writes the subject? */
export function issues(subject: string, title: string, body: string): boolean {
  const ids = subjectsOfRemit(subject);
  const lead = body.slice(0, 400);
  if (ids.has('weatherWarning')) return issuesWeather(subject, title, lead);
  if (ids.has('flood') && subject.includes('预警'))
    return FLOOD_WARNING.test(title) && !ABOUT_WARNING.test(title);
  if (ids.has('earthquake')) return issuesQuake(subject, title, lead);
  if (ids.has('epidemic'))
    return (
      (EPIDEMIC.test(title) || EPIDEMIC.test(lead) || tellsOutbreak(title, lead)) &&
      !tellsOfFood(title + lead)
    );
  return title.includes(subject) && /发布|公布|通报|公告|情况/.test(title);
}

/** 我局综合研判，…将有中到大雪: what the weather will be, as the teller's own finding. */
const OWN_FORECAST =
  /(?:[我本][局委办厅县区市镇司站]|[局委县区市]里|我们)[^。，\n]{0,8}(?:研判|分析|会商|预判|推算)[^。\n]{0,40}(?:将|会|有望|可能)(?:有|出现|迎来|遭遇|降)[^。，\n]{0,8}(?:雨|雪|雾|大风|寒潮|降温|高温|冰冻|雷电)/u;
/** Whose forecast it is; or why something is ordered. */
const ON_WEATHER = /气象|天气预报|预报显示|据预报|决定|启动/u;

function issuesWeather(subject: string, title: string, lead: string): boolean {
  if (WARNING.test(title)) return !ABOUT_WARNING.test(title);
  if (ABOUT_WARNING.test(title)) return false;
  if (WARNING.test(lead))
    return (
      /(?:发布|解除|升级|变更)/.test(lead) && !/(?:受|因|根据|按照|针对|鉴于)[^。\n]{0,30}预警/.test(lead)
    );
  if (!/预报|天气/.test(subject)) return false;
  return (
    (FORECAST.test(lead) && /天气|预报/.test(title)) || (OWN_FORECAST.test(lead) && !ON_WEATHER.test(lead))
  );
}

function issuesQuake(subject: string, title: string, lead: string): boolean {
  if (QUAKE_RULED_OUT.test(lead) && !ON_QUAKES.test(lead)) return true;
  if (QUAKE_DENIAL.test(title) || QUAKE_DENIAL.test(lead)) return false;
  if (QUAKE_FORECAST.test(title) || QUAKE_FORECAST.test(lead)) return true;
  return /速报|信息/.test(subject) && /发生[^。\n]{0,6}级地震/.test(lead) && /地震/.test(title);
}
