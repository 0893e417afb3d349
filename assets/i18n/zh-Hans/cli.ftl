# 命令行

value-none = —
value-unknown = 未知
values-more = 另有 { $count } 个
value-no-title = （无标题）
scope-own = 仅市本级
value-remarked = { $text }（{ $remarks }）
in-year = { $year }年
name-with-year = { $name } { $year }年
name-with-years = { $name }（{ $years }）
side-left = 左
side-right = 右

unit-points = 百分点
unit-times = 倍
difference-percent = { $delta }（{ $percent }）
difference-none = 不可比（{ $why }）

column-body = 机关
column-kind = 类型
column-year = 年份
column-published = 发布日期
column-figures = 数值
column-file = 文件
column-value = 数值
column-status = 状态
column-sentence = 原句
column-indicator = 指标
column-difference = 差

output-failed = 结果无法写出（{ $detail }）。请检查磁盘或输出的去处。
library-newer-read = 此资料库由更新的版本建立（版本 { $version }），只读打开，可能显示不全；请升级本程序。资料库：{ $path }
job-lost = 导入中途停止；已报告“导入”的文件都在库中，请重新运行导入其余文件

misuse-unknown-word = “{ $word }”既不是文件或文件夹，也不是子命令。用 faheng help 查看用法；与子命令同名的文件请写成 ./{ $word }。
misuse-unknown-word-near = “{ $word }”既不是文件或文件夹，也不是子命令。相近的子命令：{ $near }。用 faheng help 查看用法。
misuse-unknown-option = 这里没有选项 { $option }。用 faheng help 查看各子命令的选项。
misuse-option-or-file = 这里没有选项 { $option }。如果它是文件名，请写成 ./{ $option }。
misuse-missing-value = 选项 { $option } 后面缺少取值。用 faheng help 查看用法。
misuse-bad-value = 选项 { $option } 不接受“{ $value }”。{ $allowed }
misuse-no-files = { $command } 后面要写至少一个文件。例如：faheng { $command } 报告.docx
misuse-no-indicator = { $command } 需要用 --indicator 指定指标。例如：faheng { $command } --indicator reconsideration.received --place 营口市
misuse-no-place = { $command } 需要地名（或用 --body 指定机关）。用 faheng list 查看库中有哪些。
misuse-no-task = catalogue 后面请写 export 文件、import 文件 或 reset。例如：faheng catalogue export 指标目录.toml
misuse-no-out = chart 需要用 --out 指定文件。例如：--out 出庭应诉率.png
misuse-unknown-picture = 图只写成 .svg 或 .png，认不出“{ $path }”的扩展名。请改文件名的结尾。
misuse-too-many-sides = compare 一次只比较两方，给出的多于两个。请减到两个。
misuse-one-side = 只给了一方。请再写一个地名，或用 --years 2021 2022 比较同一地方的两年。
misuse-twice-years = 年份写了两遍：请用 地名@年份 或 --years，二者选一。
template-brace = 文件名模板的花括号不成对。请写成 {"{"}地区{"}"}{"{"}年份{"}"} 的样子。
template-unknown-field = 文件名模板里没有“{ $word }”这一项。可用：地区、年份、机关、标题、日期、任意。
template-twice = 文件名模板里“{ $word }”写了两遍。请只留一个，其余可写 {"{"}任意{"}"}。
template-adjacent = 文件名模板里“{ $word }”紧接在另一个长度不定的项后面，无法分开。请在中间写上文件名里的分隔符。
template-no-field = 文件名模板里没有可读的项。请写成 {"{"}地区{"}"}{"{"}年份{"}"} 的样子，最多 16 段。
name-mismatch = { $why }。请改文件名或模板，多出的部分可在模板里写作 {"{"}任意{"}"}。文件：{ $path }
misuse-unexpected = 这里不需要“{ $word }”。用 faheng help 查看用法。
misuse-not-unicode = “{ $word }”不是有效的文字。请检查终端的编码。

allowed-lang = 可用：zh、en。
allowed-encoding = 常用：utf-8、gb18030（含 GBK、GB2312）、big5、utf-16le、utf-16be；只用于文本和网页。
allowed-nature = 可用：实绩（actual）、目标（target）、累计（cumulative）、阶段（partial）；上年值和推得值归在实绩的序列里。
allowed-years = 请写成 2021、2019-2023 或 2019 2023，前一年不晚于后一年。
allowed-kind = 可用：line（折线）、bars（柱形）、slope（坡度）。
allowed-preset = 可用：document、column、wide、slide、square、web。
allowed-length = 请写 1 到 2000 之间的毫米数。
allowed-dpi = 请写 30 到 2400 之间的数。
allowed-nothing = 它不需要取值。

place-ambiguous = “{ $name }”不止一处：{ $choices }。请写全路径或代码。
place-unknown = 不认识地名“{ $name }”。用 faheng list 查看库中有哪些地方。
place-unknown-near = 不认识地名“{ $name }”。相近的有：{ $near }。用 faheng list 查看库中有哪些地方。
place-no-report = 资料库里没有{ $name }的报告。现有：{ $places }。请先用 import 导入，或换一个地方。
place-no-report-at-all = 资料库里没有{ $name }的报告，也没有别的政府报告。请先用 import 导入。
place-offices-only = 资料库里没有{ $name }的政府年度报告，只有：{ $bodies }。部门的数字不代表当地；要看它，请用 --body 指定机关名。
place-plans-only = 资料库里没有{ $name }的年度报告，只有工作要点（{ $years }），其中的数字都是目标。要看目标，请加 --nature target。
body-unknown = 资料库里没有机关“{ $name }”。用 faheng list 查看库中有哪些机关。
body-unknown-near = 资料库里没有机关“{ $name }”。相近的有：{ $near }。
year-missing = 资料库里没有{ $name } { $year }年的报告。现有年份：{ $years }。

indicator-ambiguous = “{ $name }”不止一个指标：{ $choices }。请用 id 指定，或用 faheng indicators 词 查找。
indicator-unknown = 没有指标“{ $name }”。用 faheng indicators 查看全部指标，用 faheng indicators 词 查找。
indicator-unknown-near = 没有指标“{ $name }”。相近的有：{ $near }。用 faheng indicators 查看全部。
indicator-described = { $id }（{ $name }）

where-library = 资料库
where-library-missing = 资料库（尚未建立）
where-settings = 设置
where-cache = 缓存

indicator-quality = n { $n }，查准 { $precision }，查全 { $recall }
indicators-count = 共 { $count } 个指标。定义和别名：faheng indicators 词 --json
catalogue-exported = 已写出 { $count } 个指标的目录：{ $path }
catalogue-imported = 从现在起使用这个目录（{ $count } 个指标），存放在 { $path }
catalogue-reset = 从现在起使用程序自带的目录
catalogue-read-anew = 按现在的指标目录重新读取了库中 { $count } 份报告
list-count = 共 { $count } 份报告。资料库：{ $path }

series-heading = { $name }（{ $id }，单位：{ $unit }）— { $strand }
series-renamed = { $name }（{ $year }年由{ $former }改为{ $now }）
series-source = 见{ $year }年{ $kind }
status-conflict = 数值冲突
status-breakdown = 分列多个数
change-stated = { $basis } { $change }（报告自述）
basis-year-on-year = 同比
basis-earlier-year = 较往年
basis-other = 较此前

compare-same = 两边是同一份报告，没有可比的。请换一个地方或另一年。
compare-heading = 对比：{ $left } ⇄ { $right }
compare-left = 左：{ $title }（{ $kind }，{ $level }）
compare-right = 右：{ $title }（{ $kind }，{ $level }）
compare-note-kinds = 注意：两份文件类型不同，数字的含义不同。
compare-note-levels = 注意：两个机关级别不同，数字的范围不同。
compare-note-years = 注意：两份报告年份不同。
compare-note-legend = 差 = 右 − 左；率的差以百分点计。“—”：该报告中未找到此数。目标只作目标列出，不与实绩相减。
compare-part = ━━ { $name } ━━
compare-part-left-only = 右侧报告没有这一部分，以下只有左侧的内容。
compare-part-right-only = 左侧报告没有这一部分，以下只有右侧的内容。
compare-section = { $name }　左：{ $left } · 右：{ $right }
compare-passages = { $count } 段
compare-passages-none = 未找到
compare-no-figures = 两份报告都没有找到此节的数字。

extract-counts = 段落 { $passages }，数值 { $observations }，变化 { $changes }，未归入指标的数字 { $unclaimed }
nature-change = 变化
fact-body = 机关
fact-place = 地区
fact-kind = 类型
fact-year = 年份
fact-issuer = 发布机关
fact-published = 发布日期
file-warning = 提示：{ $warning }。文件：{ $path }

import-done = 导入  { $path }（{ $report }，{ $count } 个数值）
import-new-version = 导入  { $path }（{ $report }，{ $count } 个数值；替代库中旧版本，旧版本仍保留）
import-near = 导入  { $path }（{ $report }，{ $count } 个数值；与库中旧版本几乎相同，{ $digits }；旧版本仍保留）
near-digits = 不同的数字：{ $list }
near-digits-more = 不同的数字有 { $count } 处：{ $list } 等
near-no-digits = 数字没有不同
near-pair = { $before } → { $after }
near-and = 、
import-already = 已有  { $path }
import-read-again = 已按 { $encoding } 重新读取库中的 { $path }（{ $report }，{ $count } 个数值）
import-skipped = 跳过  { $path }：{ $why }
import-failed = 失败  { $path }：{ $why }
import-report = { $body } { $year }年 { $kind }
import-summary = 导入 { $imported }，已有 { $already }，跳过 { $skipped }，失败 { $failed }。资料库：{ $path }
import-unsure = { $line }；未认出地区和年份，请核对是否为年度报告
import-cancelled = 已取消：导入 { $imported }，已有 { $already }，跳过 { $skipped }，失败 { $failed }；这些都已保存，再次运行会接着导入其余文件。资料库：{ $path }
import-progress = <pos>/<len> <bar:24> <msg>
import-not-a-file = 这不是普通文件（可能是设备或管道），没有导入。请指定文件或文件夹。
skip-no-ending = 没有扩展名，不像报告；确是报告请直接写出文件名
skip-unknown-type = 本版本不读取 .{ $ending } 文件
skip-notes = 文件夹和压缩包里的 .md 多是说明，不当作报告；确是报告请单独导入这个文件
skip-hidden = 隐藏文件或临时文件
skip-link = 链接；要导入请直接写出它的路径
skip-not-a-file = 不是普通文件
skip-empty-folder = 文件夹里没有文件

trial-summary = 读入 { $imported } 份报告，重复 { $already }，跳过 { $skipped }，失败 { $failed }，另有不是报告的文件 { $others }。
trial-cancelled = 已取消，没有写入临时库。
trial-no-pair = 没有两份可以相比的政府报告。读到的有：{ $names }。
trial-nothing = 没有读到任何报告。请检查路径。
trial-written = 已写入临时库：{ $path }
trial-charts = 各指标的图和数据（PNG、SVG、CSV、MD）在 { $path }：
trial-charts-kept = { $path } 里已有 { $count } 组同名文件而内容不同，没有覆盖。要覆盖请加 --force，或用 --out 另选文件夹。
trial-picked = 按固定规则选出共同年份最多的两个地方（{ $years } 年）及其最近的共同年份，三个指标取两地都有年份最多的。
trial-no-common-year = 按固定规则选出两个地方；它们没有共同年份，各取最近一年。
trial-one-body = 只读到一个地方的报告，取其最近两年。
trial-others =
    换一组来比：
      faheng compare --library "{ $path }" 地名@年份 地名@年份
    看一个指标：
      faheng series --library "{ $path }" --indicator 指标 --place 地名
    列出全部报告：
      faheng list --library "{ $path }"
    长期使用，导入自己的资料库：
      faheng import 路径…

# No window
no-window-display = 没有图形界面（DISPLAY 和 WAYLAND_DISPLAY 都未设置）
no-window-server = 图形界面 { $display } 没有响应
no-window-library = 缺少系统库 { $library }，请安装它（Debian、Ubuntu 上的软件包名是 { $library ->
    [libxkbcommon] libxkbcommon0
   *[other] libxkbcommon-x11-0
}）
no-window-opengl = 没有可用的 OpenGL，请安装显卡驱动或软件渲染（Debian、Ubuntu 上的软件包 libgl1 和 libgl1-mesa-dri）：{ $detail }
no-window-other = 图形界面报告：{ $detail }
no-window-text = 打不开窗口：{ $why }。改为在终端里显示。
no-window-help = 打不开窗口：{ $why }。以下是命令行用法。
window-crashed = 窗口因程序的错误而关闭（{ $detail }）；已读入库中的报告和改正都已保存，请重新启动，并把这句话告诉开发者。
