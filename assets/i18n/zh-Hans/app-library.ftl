# The window: library.

# First screen
welcome-title = 从几份年度报告开始
welcome-note = 读出六个部分和各项指标，每个数字都附原句；可比较、可作图、可导出
welcome-files = 打开报告文件…
welcome-files-note = { $formats }，可一次选多份
formats-read = txt md html mht docx doc wps rtf pdf ofd zip
welcome-library = 打开资料库…
welcome-library-note = 以前存下的 .faheng 文件
welcome-sample = 看示例
welcome-sample-note = 虚构的“示例省”28 份报告，不写入您的资料库
welcome-folder = 打开文件夹…
welcome-drop = 或把文件、文件夹拖到这里
welcome-local = 文件只在这台电脑上读取和保存，不会上传

# States
library-loading = 正在打开资料库…
library-filling = 正在读入报告
library-filling-note = 读完的报告会出现在这里；每个文件的结果见下方
library-failed = 资料库打不开
library-try-again = 再试一次
library-own-open = 回到我的资料库
library-no-match = 没有符合条件的报告
library-no-match-note = 换一个条件，或清除全部条件
library-no-places = 库里还没有年度报告
library-no-places-note = 有 { $count } 份文件未认出是哪里的年度报告，见列表
library-show-list = 看列表

# Bar
filter-all = 全部
filter-province = 省/上级
filter-level = 级别
filter-state = 状态
filter-from = 起始年份
filter-to = 截止年份
filter-search = 地区或机关
filter-search-hint = 名称、简称、上级加名称或行政区划代码，例如 沈阳、辽宁营口、2101
filter-clear = 清除条件
layout-grid = 网格
layout-list = 列表
count-bodies = { $number } 个地区和机关，{ $reports } 份文件
count-reports = { $number } 份文件
count-of = { $count }/{ $all }
state-reviewed = 已核
state-pending = 待核
state-trouble = 有问题
state-none = 没有
state-missing = 有缺年
bodies-chosen = 作图地区 { $count } 个
bodies-chart = 看趋势
bodies-clear = 清空选择
pair-marked = 对比：{ $left } ⇄ { $right }
pair-second = 再标一份
pair-compare = 对比
pair-clear = 取消标记

# Grid
grid-name = 地区年份网格
grid-body = 地区和机关
grid-undated = 年份不明
grid-indicators = 指标
grid-plan-mark = 要
grid-plan-legend = 要：只有工作要点　+1：另有文件
grid-hint = 点地名选作图地区；Shift+点击标两份作对比
cell-undated = { $name } 年份不明
cell-spoken = { $what }，{ $state }，{ $count } 个数值
cell-spoken-empty = { $what }，{ $state }
card-missing = 库里没有这一年的报告
card-missing-hint = 点击导入
card-facts = { $kind } · { $state } · { $count } 个数值
card-no-figures = 没有找到数值，请核对原文
card-others = 另有 { $count } 份：{ $kinds }
card-hint = 点击打开，Shift+点击标为对比，右键更多
card-body-code = { $level } · 代码 { $code }
card-body-counts = { $reports } 份文件，涉及 { $indicators } 项指标
card-body-choose = 点击选作图地区
card-body-chosen = 已选作图地区，点击取消
menu-missing = 没有{ $what }的报告
menu-open = 打开报告
menu-open-other = 打开{ $kind }：{ $title }
menu-mark = 标为对比
menu-unmark = 取消对比标记
menu-body-in = 选作图地区
menu-body-out = 不选作图地区

# List
list-name = 报告列表
list-level = 级别
list-title = 标题
list-state = 状态
list-sort = 按{ $column }排序，再点倒序

# Results of an import
results-listing = 正在清点文件…
results-begun = { $done }/{ $total }　{ $name }
results-progress = { $done }/{ $total }　每秒 { $rate } 份　{ $name }
results-done = 导入 { $imported }，已有 { $already }，跳过 { $skipped }，失败 { $failed }
results-cancelled = 已取消：导入 { $imported }，已有 { $already }，跳过 { $skipped }，失败 { $failed }，未处理 { $left }
results-waiting = 还没有结果
results-none = 没有这一类文件
results-cancel = 取消导入
results-copy = 复制
results-copy-hint = 把这里列出的全部结果复制为文字
results-retry = 重试失败的
results-resume = 继续导入
results-resume-hint = 接着导入其余文件；已导入的计入“已有”，不会重复
results-close = 关闭
results-close-hint = 收起结果；可从状态栏再打开
results-tab = { $name } { $count }
fate-imported = 导入
fate-near = 近似
fate-near-hint = 已导入的文件中，与库中旧版本几乎相同的
fate-already = 已有
fate-skipped = 跳过
fate-failed = 失败
fate-scanned = 扫描件
fate-scanned-hint = 失败的文件中，只有页面图片、没有文字层的：先用识别软件转成文字再导入
results-scanned = 其中扫描件 { $count } 份，须先识别文字
result-imported = { $report }，{ $count } 个数值
result-version = { $report }，{ $count } 个数值；替代库中旧版本，旧版本仍保留
result-near = { $report }，{ $count } 个数值；与旧版本几乎相同，{ $digits }；旧版本仍保留
result-unsure = { $report }，{ $count } 个数值；未认出地区和年份，请核对是否为年度报告
result-already = 库中已有同样的文件，没有重复导入

# Drop
drop-import = 导入 { $count } 个文件或文件夹
drop-note = 松开鼠标即开始；不能读取的文件会列出原因
drop-formats = 可读取 { $formats }
drop-busy = 正在导入，暂时不能再加
drop-busy-note = 请等它完成，或先在状态栏取消

# Names of files
menu-template = 文件名模板…
template-heading = 文件名模板
template-about = 正文没有写明的地区、年份等，导入时从文件名补上；正文写明的不改
template-field = 模板
template-field-hint = 例如 {"{"}地区{"}"}{"{"}年份{"}"}；留空则不用模板
template-test = 试一个文件名
template-test-hint = 例如 营口市2024.docx
template-legend = 可用的项
template-meaning = 意思
template-add = 点击在模板末尾加上 { $word }
template-place = 地区
template-place-note = 报告所述的地区，如 营口市、辽宁营口
template-year = 年份
template-year-note = 报告所述的年份，四位数字
template-body = 机关
template-body-note = 作报告的机关，如 营口市司法局
template-title = 标题
template-title-note = 报告的标题
template-date = 日期
template-date-note = 发布日期，如 2025-01-16、20250116
template-any = 任意
template-any-note = 任意文字，也可没有；可以写几次
template-result = 读到
template-fits = 文件名符合模板
template-none = 没有模板：导入时只按正文判断
template-untried = 模板写得对；写一个文件名试试
template-note = 扩展名不计。模板只影响以后的导入；文件名不符的照常导入，并在导入结果里说明
template-save = 保存
template-cancel = 取消
template-kept = 以后导入按文件名模板 { $template } 补充地区、年份等
template-gone = 以后导入不再用文件名模板
mismatch-part = 文件名不合模板：在“{ $rest }”里找不到“{ $part }”，只按正文判断
mismatch-short = 文件名不合模板：到末尾还缺“{ $part }”，只按正文判断
mismatch-long = 文件名不合模板：末尾多出“{ $rest }”，只按正文判断
result-misnamed = { $told }；{ $why }
fate-misnamed = 名称不符
fate-misnamed-hint = 已导入的文件中，文件名不合文件名模板的：只按正文判断
