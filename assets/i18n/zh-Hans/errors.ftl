# 出错时给人看的句子：什么、为什么、在哪里、怎么办

error-file = { $problem }文件：{ $path }
error-library = { $problem }资料库：{ $path }
error-cancelled = 已取消；已完成的部分都已保存。
error-data = 程序自带的数据有误（{ $detail }）。请重新安装，或移走自己改过的数据文件。

file-empty = 文件为空，没有可读的内容。请确认文件下载完整后再试。
file-no-text = 文件里没有文字（可能是扫描图片）。请换成带文字的版本再试。
file-no-text-plain = 文件里没有文字，只有空白。请换成带文字的版本再试。
file-unknown-type = 不认识的文件类型（{ $found }）。本版本读取 txt、md、html、mht、docx、doc、wps、rtf、ofd、pdf，请另存为其中一种再试。
file-no-body = 网页里只有菜单、链接等，没有报告正文。请打开报告的正文页，另存后再试。
file-not-a-file = 这是文件夹或设备，不是文件。请指定文件，或用 import 导入整个文件夹。
file-not-found = 找不到此文件。请检查路径是否写对，文件是否已被移走。
file-no-permission = 没有读取此文件的权限。请修改文件权限后再试。
file-too-large = 文件超过 { $limit } MB 的上限，未读取。请拆分或换成纯文字版本再试。
file-damaged = 文件已损坏或不完整（{ $detail }）。请重新下载后再试。
file-old-word = 这是 Word 95 或更早的文件，本版本不读取。请用 Word、WPS 或 LibreOffice 另存为 docx 再试。
file-password = 此文件有密码。请先在原软件中去除密码再试。
file-scanned = 这是扫描件，只有页面图片，没有文字层，未导入正文。请换成带文字的版本，或先用识别软件转成文字再试。
file-timed-out = 读取此文件超过 { $seconds } 秒没有结果，已跳过；其余文件不受影响。请用原软件打开，另存为 docx 或 txt 再试。
file-out-of-memory = 读取此文件需要超过 { $limit } MB 的内存，已跳过；其余文件不受影响。请拆分或另存为 txt 再试。
file-crashed = 读取此文件时读取程序意外结束（{ $detail }），已跳过；其余文件不受影响。请用原软件打开，另存为 docx 或 txt 再试。
file-no-worker = 读取文件的辅助进程无法启动（{ $detail }），未读取。请重新启动本程序后再试。
file-io = 读取文件时出错（{ $detail }）。请检查磁盘或网络后再试。

library-not-ours = 这不是法衡的资料库，未作任何改动。请用 --library 指定另一个文件。
library-newer = 此资料库由更新的版本建立（版本 { $found }，本程序只认到 { $known }），未作任何改动。请升级本程序后再打开。
library-read-only = 资料库只读，不能写入。请修改文件或文件夹的权限，或用 --library 指定另一个文件。
library-locked = 另一个程序正在写这个资料库。请等它结束或关闭它之后再试。
library-not-found = 还没有资料库。请先用 import 导入报告，或用 --library 指定已有的资料库。
library-disk-full = 磁盘已满，最后一批没有写入，之前的都已保存。请腾出空间后再试。
library-damaged = 资料库已损坏（{ $detail }），未作任何改动。请先备份此文件，再从副本恢复或重新导入。
library-io = 使用资料库时出错（{ $detail }）。请检查磁盘和路径后再试。

error-export = { $problem }文件：{ $path }
export-exists = 已有同名文件而内容不同，没有覆盖。要覆盖请加 --force，或换一个文件名。
export-no-folder = 此处没有可以写入的文件夹。请先建立文件夹，或换一个位置。
export-no-permission = 没有写入此处的权限，没有写出任何文件。请换一个文件夹，或修改权限后再试。
export-disk-full = 磁盘已满，没有写出任何文件。请腾出空间后再试。
export-too-small = 图太小，放不下全部内容。宽 { $width } mm、高 { $height } mm 可以放下；也可以少选几个地方或指标。
export-too-many-pixels = 像素过多（{ $millions } 百万，上限 { $limit } 百万）。请调低分辨率或缩小尺寸，或改用 SVG。
export-io = 写文件时出错（{ $detail }）。请检查磁盘和路径后再试。

reason-given = 系统给出的原因：{ $detail }
reason-archive = 压缩包内部结构有误
reason-archive-end = 压缩包不完整，缺少结尾
reason-archive-entries = 压缩包里的文件过多
reason-container = 内部的文件结构已坏
reason-nested = 内部标签嵌套过深
reason-definition = 含有不允许的文档类型定义
reason-ends-early = 内容中途结束
reason-markup = 内部标签书写有误
reason-permission = 没有权限
reason-disk-full = 磁盘已满
reason-read-only = 所在磁盘只读
reason-long-name = 文件名或路径过长
reason-not-a-folder = 路径中有一级不是文件夹
reason-folder = 该路径是文件夹
reason-links = 链接绕成了圈
reason-database = 内部结构已坏
reason-cannot-open = 文件打不开，可能没有权限或路径有误
reason-device = 磁盘读写出错

error-catalogue = 不能使用这个指标目录：{ $problem }。未作任何改动。文件：{ $path }
error-catalogue-line = 不能使用这个指标目录，第 { $line } 行：{ $problem }。未作任何改动，请改正后再试。文件：{ $path }
catalogue-syntax = 写法有误（{ $word }）
catalogue-no-name = 指标缺少编号（id，不含空格）或名称（name）
catalogue-twice = 指标 { $word } 写了两遍
catalogue-unknown-indicator = 规则所属的指标 { $word } 不在目录里
catalogue-unknown-topic = 没有名为“{ $word }”的话题，请先写进 [topics]
catalogue-unknown-unit = 没有名为“{ $word }”的单位，请先写进 [[units.unit]]
catalogue-unknown-measure = “{ $word }”不是量词，请先写进 [units]
catalogue-bad-section = 没有第 { $word } 部分，section 只能是 1 到 6
catalogue-bad-part = 纲要没有第 { $word } 部分，outline_part 只能是 2 到 10
catalogue-too-many-measures = 量词超过 128 个
catalogue-too-many-topics = 话题超过 64 个
catalogue-too-many-words = 规则或词超过 65535 个
