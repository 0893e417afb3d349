# 核心取值的名称

list-separator = 、
list-cut = { $items }等 { $count } 个

kind-government-report = 政府年度报告
kind-department-report = 部门年度报告
kind-work-plan = 工作要点
kind-other = 其他文件

level-province = 省级
level-prefecture = 地市级
level-county = 县区级
level-zone = 开发区
level-township = 乡镇街道
level-department = 部门
level-unknown = 级别未知

part-preamble = 开头
part-achievements = 主要举措和成效
part-responsibility = 党政主要负责人履职
part-problems = 存在的问题
part-plans = 下一步安排

section-leadership = 一、党的领导与统筹推进
section-functions = 二、政府职能与营商环境
section-enforcement = 三、行政决策与行政执法
section-institutions = 四、制度体系与应急管理
section-disputes = 五、矛盾化解与公共法律服务
section-oversight = 六、数字政府与权力监督
section-none = 不专属任何一节

outline-part-2 = 纲要二 政府职能
outline-part-3 = 纲要三 行政制度
outline-part-4 = 纲要四 行政决策
outline-part-5 = 纲要五 行政执法
outline-part-6 = 纲要六 突发事件应对
outline-part-7 = 纲要七 矛盾纠纷化解
outline-part-8 = 纲要八 权力制约和监督
outline-part-9 = 纲要九 科技保障
outline-part-10 = 纲要十 党的领导
outline-part-none = 其他

nature-actual = 实绩
nature-target = 目标
nature-cumulative = 累计
nature-partial = 部分时段
nature-prior = 上年值
nature-inferred = 措辞推得

bound-at-least = ≥
bound-at-most = ≤
bound-about = 约

gap-no-report = 无报告
gap-not-mentioned = 未提及
gap-not-found = 未找到
gap-not-reviewed = 待核

standing-chosen = 人工选定
standing-stated = 当年报告
standing-inferred = 措辞推得
standing-from-next-year = 次年报告回溯

words-level = 实绩 当年实绩 上年 上年值 推得 措辞推得 actual level prior inferred
words-partial = 阶段 部分时段 部分时段值 partial
words-cumulative = 累计 累计值 cumulative
words-target = 目标 目标值 target

strand-level = 当年实绩
strand-partial = 部分时段值
strand-cumulative = 累计值
strand-target = 目标值

obstacle-nature = 性质不同
obstacle-period = 时段不同
obstacle-base = 基数不同或不明
obstacle-scope = 范围不同
obstacle-unit = 单位不同
obstacle-bounds = 只知界限
obstacle-several = 有多个数值
obstacle-label = 类别不同

warning-replaced-bytes = 有 { $count } 处字节不是有效文字，已用“�”代替，请核对原文
warning-guessed-encoding = 编码未注明，按 { $encoding } 读取，请核对
warning-split-paragraph = 有段落超长，已拆分
warning-truncated = 文件不完整，只读出了现有部分
warning-unmapped-glyphs = 有 { $count } 个字形在文件里没有对应的文字，请核对原文
warning-scanned-pages = 第 { $pages } 页是扫描图片，没有文字层，未读取
warning-recognised-text = 第 { $pages } 页的文字是识别软件附在扫描图上的，可能有错字，请核对原文
unread-footnotes = 脚注和尾注
unread-pictures = 图片
unread-objects = 嵌入的对象
unread-text-boxes = 文本框
warning-unread = 有内容本版本不读取：{ $what }

# Units of indicators
measure-case = 件
measure-person = 人
measure-person-time = 人次
measure-time = 次
measure-session = 场次
measure-item = 项
measure-money = 万元
measure-firm = 户
measure-organisation = 家
measure-entry = 条
measure-copy = 份
measure-piece = 个
measure-file = 宗
measure-incident = 起
measure-device = 部
measure-team = 支
measure-office = 所
measure-kind = 类
measure-issue = 期
measure-grade = 阶次
measure-working-day = 工作日
measure-multiple = 倍
