# 图上的文字，以及与图同存的数据表

chart-title = { $what }：{ $places }（{ $years }）
chart-years = { $first }—{ $last }
chart-name = { $place } { $indicator }
chart-unit = 单位：{ $unit }
chart-definition = { $text }
chart-part-separator = |。|
chart-axis-wan = { $unit }（万）
chart-axis-yi = { $unit }（亿）
chart-money-wan = 亿元
chart-money-yi = 万亿元

chart-empty = 无数据
chart-silent = 所选地区和年份没有数值
chart-silent-for = 所选地区和年份没有数值：{ $gaps }
chart-where = { $place } { $years }
chart-where-of = { $place } { $years }（{ $indicator }）
chart-where-separator = |；|
chart-note-gap = { $gap }：{ $where }
chart-note-conflict = 同一年有不同数值，以小点标出、不连线：{ $where }
chart-note-breakdown = 报告按类别分列多个数，以小点标出、不相加：{ $where }
chart-note-next-year = 取自次年报告所述的上年值：{ $where }
chart-note-inferred = 由“全覆盖”一类措辞推得，原文无数字：{ $where }
chart-note-bound = 原文只给出界限（≥ 或 ≤）：{ $where }
chart-note-about = 约数：{ $where }
chart-note-base = 百分比的基数不明或混合：{ $where }
chart-note-court = 法院口径：{ $where }
chart-note-own = 仅市本级：{ $where }
chart-note-plan = 取自工作要点：{ $where }
chart-note-kinds = 部门报告的数字只代表该部门：{ $names }
chart-renamed = { $year }年由{ $former }改为{ $now }
chart-note-renamed = 更名：{ $where }
chart-note-unreviewed = 空心：未经人工核对，共 { $count } 个数值
chart-note-more = 更多说明见与图同存的文字稿（.md）

chart-source = 来源：{ $places }法治政府建设年度报告（{ $years }）；法衡提取，n={ $count }，已核 { $reviewed }
chart-source-many = { $count } 个地方的
chart-source-none = 来源：资料库中没有可画的数值
chart-stamp = 法衡 { $version }，{ $date } 导出

chart-kind-line = 折线图
chart-kind-bars = 柱形图
chart-kind-slope = 坡度图
chart-alt = { $kind }：{ $title }
chart-alt-end = |。|
chart-alt-of = { $heading }，{ $text }
chart-alt-line = { $name }：{ $first }，{ $last }，最高 { $highest }
chart-alt-single = { $name }：{ $first }
chart-alt-point = { $year }年 { $value }

chart-size-document = 公文版心
chart-size-column = 期刊单栏
chart-size-wide = 期刊通栏
chart-size-slide = 幻灯
chart-size-square = 方图
chart-size-web = 网页

chart-column-place = 地区
chart-column-code = 区划代码
chart-column-year = 年份
chart-column-indicator = 指标
chart-column-id = 指标编号
chart-column-value = 数值
chart-column-lower = 下限
chart-column-upper = 上限
chart-column-unit = 单位
chart-column-status = 状态
chart-column-reviewed = 核对
chart-column-nature = 性质
chart-column-label = 类别
chart-column-raw = 原文
chart-column-sentence = 来源句
chart-column-section = 部分
chart-column-headings = 标题层次
chart-column-title = 文件标题
chart-column-url = 网址
chart-column-file = 文件
chart-column-sha256 = SHA-256
chart-column-rule = 规则
chart-column-version = 规则版本
chart-column-confidence = 置信度
chart-column-observation = 数值编号
chart-column-former = 当时名称
chart-column-report-year = 报告年份
chart-column-published = 发布日期
chart-status-conflict = 数值冲突
chart-reviewed = 已核
chart-unreviewed = 未核

chart-written = 已写出：{ $path }
chart-nothing = 没有可画的数值：{ $title }。用 faheng series 查看各年的缺口，或换指标、地方。

