# 窗口：趋势

trend-indicators = 指标
trend-places = 地区
trend-chosen = 已选 { $count }
trend-clear = 清除
trend-clear-hint = 一个也不选
trend-chosen-first = 已选
trend-others = 其他地区
trend-find-indicator = 搜索名称、别名、编号
trend-find-place = 搜索地名、简称、代码
trend-find-none = 没有相符的项目
trend-no-report-has = 无
trend-no-report-has-it = 库中没有报告提到，不能选
trend-in-reports = { $count } 份报告有数值
trend-indicator-hint = { $name }（{ $unit }）：{ $about }
trend-years-count = { $count } 年
trend-place-hint = { $place }：{ $years }
trend-departments = 显示部门
trend-grey = 前 { $count } 个有颜色，其余为灰色

trend-kind-line = 折线
trend-kind-bars = 柱状
trend-kind-slope = 两年对照
trend-from = 起始年份
trend-to = 截止年份
trend-year = 年份
trend-year-latest = 最近
trend-years-all = 全部
trend-reviewed-only = 只看已核
trend-export = 导出…
trend-export-hint = 导出为图片和数据表（Ctrl+E）
trend-export-none = 还没有可导出的图
trend-loading = 正在读取…

trend-empty-title = 选择指标和地区
trend-empty-library = 库中还没有报告，请先在“库”中导入
trend-empty-hint = 在左侧勾选，或从下面的常见选择开始
trend-empty-indicators = 数值最多的指标
trend-empty-places = 年份最多的地区
trend-failed = 没有画成
trend-again = 重试
trend-no-value = 所选范围内没有数值
trend-show-unreviewed = 也显示待核的数值
trend-show-all-years = 显示全部年份
trend-covered = { $name }：库中 { $count } 份报告有数值
trend-place-years = { $place }：有 { $years } 年的报告
trend-add-places = 添加地区

trend-open = 点击打开原文
trend-reviewed = ● 已核
trend-pending = ○ 待核
trend-card-of = { $place } { $year }年
trend-card-conflict = 同一年有几个不同的数值，请核对原文
trend-conflict = 不一致

trend-table = 表格
trend-table-open = 展开表格
trend-table-close = 收起表格
trend-table-copy = 复制表格
trend-table-rows = { $count } 行
trend-sort = 点击排序
trend-column-indicator = 指标
trend-column-place = 地区
trend-column-year = 年份
trend-column-value = 数值
trend-column-status = 性质与状态
trend-column-sentence = 来源句
