/**
 * What nearly every report of an accident, a crime or a disaster says, and what every notice of an office says. Rare in the language
 * at large, common among the texts that this program compares: they tell the kind of event, which the hazards weigh, not the event.
 */
const WORDS =
  '震感 震中 余震 地震 强震 震级 里氏 震源 深度 台网 测定 地震局 灾区 灾情 灾民 受灾 救灾 抗震 抗震救灾 房屋 倒塌 垮塌 坍塌 损毁 受损 抢险 抢修 搜救 救援 救援队 救援人员 消防 消防员 消防队 消防车 消防官兵 官兵 指战员 武警 出动 火情 火势 明火 扑灭 扑救 起火 失火 着火 火灾 大火 浓烟 烧伤 烧毁 过火 爆炸 爆燃 炸弹 袭击 自杀式 枪击 恐怖 恐怖袭击 武装 武装分子 极端 组织 宣称 遇难 遇难者 遇难人数 身亡 死亡 死者 死伤 死亡人数 受伤 伤者 伤员 轻伤 重伤 伤势 伤亡 伤情 生命体征 平稳 送医 救治 抢救 抢救无效 住院 出院 医院 就医 治疗 失踪 失联 被困 脱险 获救 转移 疏散 撤离 安置 善后 家属 遗体 事故 车祸 交通事故 相撞 追尾 侧翻 翻车 坠崖 撞上 肇事 司机 驾驶 驾驶员 客车 货车 轿车 大巴 面包车 半挂车 乘客 乘坐 超载 超速 疲劳 交警 高速公路 路段 行驶 失控 车辆 现场 目击者 中毒 食物中毒 呕吐 腹泻 腹痛 头晕 恶心 症状 食用 食堂 疑似 卫生 疾控 亚硝酸盐 矿井 井下 矿工 煤矿 瓦斯 透水 升井 滑坡 山体 泥石流 塌方 洪水 洪涝 山洪 暴雨 强降雨 内涝 积水 汛情 防汛 台风 登陆 大风 风力 预警 预警信号 橙色 黄色 红色 蓝色 响应 应急 应急响应 启动 处置 调查 调查组 原因 初步 核实 通报 警方 民警 公安 公安局 公安机关 嫌疑人 犯罪嫌疑人 控制 刑拘 立案 侦办 责任 责任人 追责 善后工作 指挥部 工作组 赶赴 赶到 第一时间 记者 报道 消息 获悉 介绍 透露 表示 负责人 新华社 央视 中新网 电视台 发布会 通告 公告 通知';

const words: ReadonlySet<string> = new Set(WORDS.split(' '));

export const isStockWord = (word: string): boolean => words.has(word);
