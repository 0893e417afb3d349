# The window: shell.
app-name = 法衡

# Views
place-library = 库
place-library-hint = 资料库里有哪些地区、哪些年份的报告（Ctrl+1）
place-report = 报告
place-report-hint = 阅读一份报告，核对其中的数字（Ctrl+2）
place-compare = 对比
place-compare-hint = 两份报告逐部分对照（Ctrl+3）
place-trend = 趋势
place-trend-hint = 指标按年份或地区作图（Ctrl+4）

# Top bar
library-name = 库：{ $name } ▼
library-own = 我的资料库
library-trial = 临时库
library-path = { $path }
library-trial-hint = 为看这些文件临时建立，下次会重建；要留下请选“存为资料库…”。{ $path }
menu-open-library = 打开资料库…
menu-open-own = 回到我的资料库
menu-open-sample = 看示例
menu-keep-as = 存为资料库…
menu-import = 导入 ▼
menu-import-files = 报告文件…
menu-import-folder = 文件夹…
menu-theme = 外观 ▼
theme-system = 跟随系统
theme-light = 浅色
theme-dark = 深色
language-to-en = English
language-hint = 切换界面语言
menu-keys = 快捷键
menu-keys-hint = 快捷键一览（F1）
way-back = 后退（Alt+←）
way-forward = 前进（Alt+→）

# Status line
status-counts = { $reports } 份报告 · 已核 { $decided }/{ $figures } 个数值
status-notices = 通知 { $count }
status-opening = 正在打开资料库…
status-exporting = 正在导出…
status-listing = 正在清点文件…
status-importing = 正在导入 { $done }/{ $total }　{ $name }
status-cancel = 取消
status-results-show = 导入结果
status-results-hide = 收起导入结果

# Notices
notices-title = 通知（{ $count }）
notices-hide = 收起
notices-read-all = 全部已读
notice-read = 已读
notice-copy = 复制
notice-done = 完成
notice-hint = 提示
notice-failed = 失败
kept-done = 已存为资料库：{ $path }
import-busy = 正在导入，请等它完成或先取消，再导入别的文件、打开别的库。
export-done = 已导出到 { $folder }：{ $names }
settings-odd = 设置文件中这一项看不懂，按默认处理：{ $line }（{ $path }）

# Typed paths
typed-files = 导入报告文件
dialog-reports = 报告（{ $formats }）
typed-files-hint = 没有可用的系统文件对话框。请输入文件（{ $formats }）或文件夹的路径，每行一个，按 Ctrl+Enter 确定：
typed-folder = 导入文件夹
typed-folder-hint = 没有可用的系统文件对话框。请输入文件夹的路径：
typed-library = 打开资料库
typed-library-hint = 没有可用的系统文件对话框。请输入资料库文件（.faheng）的路径：
typed-keep = 存为资料库
typed-keep-hint = 没有可用的系统文件对话框。请输入新资料库文件的路径：
typed-export = 导出到文件夹
typed-export-hint = 没有可用的系统文件对话框。请输入文件夹的路径：
typed-accept = 确定
typed-cancel = 取消

# Keys
keys-title = 快捷键
keys-close = 关闭
keys-reset-layout = 恢复默认布局
key-open-files = 导入报告文件
key-open-library = 打开资料库
key-views = 库、报告、对比、趋势
key-way = 后退、前进
key-export = 导出当前图表
key-find = 查找（在库、报告、对比、趋势中）
key-panes = 在窗格之间移动
key-tab = 在控件之间移动
key-arrows = 在网格、列表、图中移动，打开
key-figures = 下一个、上一个数值
key-escape = 关闭对话框
key-list = 快捷键一览

# Reports that another catalogue read
anew-offer = 库中有 { $count } 份报告（含保留的旧版本）是用另一份指标目录读的，与现在的目录不一致；重新读取后数值口径一致，您的校核决定保留。
anew-start = 重新读取
anew-busy = 正在重新读取报告，请等它完成或先取消。
anew-done = 已用现在的目录重新读取 { $count } 份报告{ $failed ->
    [0] {""}
   *[other] ，{ $failed } 份读不出而保留原样
}
anew-cancelled = 已取消：{ $count } 份报告已重新读取{ $failed ->
    [0] {""}
   *[other] ，{ $failed } 份读不出而保留原样
}，其余仍是原来的数值
status-anew = 正在重新读取 { $done }/{ $total }　{ $name }
