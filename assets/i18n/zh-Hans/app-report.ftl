# The window: report.

report-name = { $name } { $year }
report-before = 上一年
report-after = 下一年
report-before-none = 库中没有同一机关更早一年的报告
report-after-none = 库中没有同一机关更晚一年的报告
report-loading = 正在打开…
report-find = 查找
report-find-key = 在本报告中查找（Ctrl+F）
report-compare = 对比…
report-compare-before = 与上一年比：{ $name }
report-compare-marked = 与已标记的比：{ $name }
report-compare-mark = 标记本报告，稍后对比
report-compare-is-marked = 本报告已标记；到另一份报告里选“对比…”
report-compare-choose = 另选一份来比…
report-caution-department = 部门报告：其中的数字只代表该部门自身的工作，不代表当地
report-caution-plan = 工作要点：其中的数字都是目标，不是实绩
report-caution-other = 这份文件不是年度报告，其中的数字不进入当地的序列
report-more = 更多 ▼
report-uncut = 页面原文
report-uncut-hint = 在正文中显示被略去的页面内容：导航、字号、打印、分享、页眉页脚等；这些内容不读数
report-uncut-count = 含页面内容 { $count } 段：灰色带竖线，不属于报告，不读数
report-uncut-none = 这个文件中没有被略去的页面内容
report-chrome = 页面内容
report-chrome-row = 页面内容：{ $text }

report-section-leadership = 党的领导
report-section-functions = 职能营商
report-section-enforcement = 决策执法
report-section-institutions = 制度应急
report-section-disputes = 矛盾服务
report-section-oversight = 数字监督
report-part-preamble = 开头
report-part-responsibility = 责任
report-part-problems = 问题
report-part-plans = 计划
report-part-others = 其他
report-rail-entry = { $name }：{ $count } 个数值
report-rail-none = { $name }：本报告没有归入这一节的文字

report-text = 报告正文
report-scroll = 正文滚动条
report-copy = 复制
report-copy-cited = 带出处复制
report-copy-hint = 复制原句，并附标题、年份和文件名
report-cited = { $text }（《{ $title }》，{ $year }，{ $file }）
report-mark = { $number }：{ $name }
report-mark-hint = 点击在右侧查看
report-reviewed = 已核
report-pending = 待核

report-find-hint = 在本报告中查找
report-find-before = 上一处
report-find-after = 下一处
report-find-close = 关闭
report-find-none = 没有找到
report-find-count = { $at } / { $count }
report-find-many = { $at } / { $count }，更多的不再列出
report-find-running = 正在查找，已有 { $count } 处…

report-card-none = 未选数值
report-card-counts = 本报告有 { $count } 个数值，已核 { $decided } 个
report-card-hint = 点击正文中带下划线的数字，或下面列表中的一行，这里显示它的含义和依据
report-card-keys = ↑ ↓ 或 J K 逐个查看；点线为待核，实线为已核
report-card-shared = 这个数字也用于：{ $name }
report-card-label = 类别
report-card-prior = 上年
report-card-unsaid = 报告未述
report-card-change = 变化
report-card-section = 位置
report-card-also = 重述
report-card-places = 报告另有 { $count } 处说到
report-card-raw = 原文
report-card-rule = 规则
report-card-confidence = 置信
report-trend = 趋势
report-trend-hint = 看这个机关此项指标的历年数值
report-flag-mixed = 一个数字兼指两类事项
report-flag-base = 计算基数不明
report-flag-court = 法院一方的口径
report-flag-period = 只到年中某时：{ $words }
report-flag-since = 自更早起累计：{ $words }

report-figures = 全部指标 { $count }
report-filter = 按名称筛选
report-list = 全部指标
report-figures-none = 这份报告里没有读到指标的数值
report-filter-none = 没有名称相符的指标

report-none = 没有打开报告
report-none-hint = 在库里点一格打开那份报告，或从下面选一份
report-latest = 较新的报告
report-latest-figures = { $count } 个数值
report-failed = 报告打不开
report-retry = 重试
report-library = 到库里选

# Another encoding
report-encoding = 编码…
report-encoding-hint = 换一种编码重读（现在按 { $encoding } 读取）
report-encoding-other = 换一种编码重读…
encoding-title = 换一种编码重读
encoding-now = 现在按 { $encoding } 读取，{ $by }
encoding-by-file = 由文件的标记、声明或字节本身确定
encoding-by-guess = 是猜测的
encoding-by-person = 由您指定
encoding-auto = 自动判断
encoding-gb = GB18030（含 GBK、GB2312）
encoding-other = 其他编码
encoding-other-name = 其他编码的名称
encoding-other-hint = 名称，如 Shift_JIS
encoding-unknown = 不认识这个编码名称
encoding-loading = 正在读取…
encoding-clean = 按 { $encoding } 读出，每个字节都读得通
encoding-guessed = 猜测为 { $encoding }，请看上面的文字是否通顺
encoding-replaced = 按 { $encoding } 有 { $count } 处读不通
encoding-note = 重读会重新取出正文、段落和数值，并记住这个编码。原件不变，随时可以改回；人工决定跟着原文位置走，位置对不上的保留在库里，暂不起作用
encoding-read = 重读
encoding-cancel = 取消
encoding-same = 现在就是按这个选择读的
reread-done = 已按“{ $encoding }”重新读取：{ $report }，{ $count } 个数值{ $lost ->
    [0] {""}
   *[other] ；{ $lost } 个数值的人工决定找不到原来的位置，保留在库里，改回原来的编码即恢复
}
