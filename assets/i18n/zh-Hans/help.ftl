# 用法说明

help-all =
    法衡：读取法治政府建设年度报告，按六个部分对齐，提取指标并逐句举证，比较各地各年。全程离线。

    用法
      faheng                           打开窗口
      faheng 路径…                     在窗口里打开文件或文件夹（临时库）；没有图形界面
                                       或写了 --terminal 时，挑两个地方打印第一份对比，
                                       并把图写到 faheng-out（--out 文件夹 可改；--force 覆盖旧文件）
      faheng import 路径…              把文件和文件夹导入资料库
      faheng list                      资料库里的报告
      faheng indicators [词]           有哪些指标；写词则按编号、名称、别名、定义查找
      faheng catalogue export|import 文件
                                       指标目录写成一个文件，或使用改过的目录
      faheng series --indicator 指标 --place 地名…
                                       一个指标的逐年数值，缺口注明原因，每个数值附原句
      faheng compare 地名@年份 地名@年份
                                       两份报告按部分、按节、按指标对比
      faheng chart --indicator 指标 --place 地名… --out 文件.svg|png
                                       画成图，旁边写出数据表和来源句
      faheng extract --json 文件…      不入库，直接输出读到的全部内容
      faheng where                     资料库、设置、缓存的位置
      faheng help 子命令               某个子命令的用法

    通用选项
      --library 文件     使用这个资料库（也可设环境变量 FAHENG_LIBRARY）
      --catalogue 文件   按这个指标目录读取（只此一次）
      --json             结果每行一个 JSON 对象
      --lang zh|en       界面语言
      --version          版本

    结果写到标准输出，消息写到标准错误。退出码：0 完成，1 失败，2 参数有误。
    与子命令同名的文件写成 ./list 这样。

help-import =
    用法：faheng import [--encoding 编码] [--name-template 模板] 路径…

    把文件和文件夹（含下级）导入资料库。每个文件一行：导入、已有、跳过（及原因）、失败（及办法），
    写入资料库之后才显示。文件夹里不认识的文件只列出，不算失败。
    --encoding 指定文本和网页的编码（如 gb18030），不再自动判断；已在库中的按它重新读取。
    --name-template 说明文件名的写法，如 "{"{"}地区{"}"}{"{"}年份{"}"}"：正文没有写明的地区、
    年份等从文件名取得；不合模板的文件会说明哪里不合。
    Ctrl+C 在当前文件之后停下（退出码 1），已导入的都已保存；再按一次立即结束（退出码 130）。

help-extract =
    用法：faheng extract [--json] [--encoding 编码] [--name-template 模板] 文件…

    不用资料库，直接显示读到的内容。--json 每个文件一行，含全部段落、数值、变化和未归入指标的数字，
    位置按 Unicode 字符计。读不了的文件，其对象只有 source 和 error。

help-list =
    用法：faheng list [--json]

    列出资料库里的报告：机关（含所在地区）、类型、年份、发布日期、数值个数、文件。

help-indicators =
    用法：faheng indicators [词] [--json]

    列出指标的编号、名称、单位和所属部分。写一个词时只列编号、名称、别名或定义里有它的。
    --json 另给定义和别名。

help-catalogue =
    用法：faheng catalogue export 文件 [--force]
          faheng catalogue import 文件
          faheng catalogue reset

    export 把正在使用的指标目录（指标、单位、话题、规则）写成一个 TOML 文件，可用文本编辑器修改。
    import 检查一个目录并从此使用它；写错时指出行号和原因，不作任何改动。reset 恢复程序自带的目录。
    库中的报告随即按新的目录重新读取，人工的改正都保留。
    新增指标：写一节 [[indicator]]，含 id、section（1 到 6）、name、unit，可加 aliases 和 verbs
    （与名称连用的动词）；需要更细的规则时再写 [[rule]]。
    单位和指标的名称可用 faheng indicators 核对。--catalogue 文件 只在这一次使用另一个目录。

help-series =
    用法：faheng series --indicator 指标 --place 地名…
          可加 [--years 2019-2023] [--nature 性质] [--body 机关…]

    指标可写 id、名称或别名，--indicator 可写多次，每个指标一张表。
    地名可写名称（营口市）、路径（辽宁省营口市）或代码（210800）。
    默认只取政府年度报告；部门用 --body 指定。
    --nature：实绩 actual（默认），目标 target，累计 cumulative，阶段 partial；各成一列，互不混用。
    没有数值的年份注明：无报告、未提及、未找到。
    同级的不同数值列为冲突，按类别分列的列为分列多个数，不取平均，不相加。

help-compare =
    用法：faheng compare 地名[@年份] [地名[@年份]] [--years 左年 右年] [--body 机关…]
          可加 [--sentences] [--text]

    两个地方，或同一地方的两年。不写年份时取共同的最近一年，没有共同年份则各取最近一年。
    先按部分，再按节，再按指标排列；差 = 右 − 左，只在可减时给出，否则注明原因。
    --sentences 在每个数值下面附原句。--text 把存在的问题、下一步等部分的段落全文列出。

help-chart =
    用法：faheng chart --indicator 指标… --place 地名… --out 文件.svg|png
          可加 [--years 2019-2023] [--kind line|bars|slope] [--body 机关…] [--svg-text] [--force]
          以及 [--preset 版式] [--width-mm 宽] [--height-mm 高] [--dpi 分辨率]

    把数值画成图，写成 SVG 或 PNG，旁边同名写出数据表（.csv）和逐点的来源句（.md）。
    不同单位各占一格；缺数据的年份断开不连线；未经人工核对的数值为空心。
    --kind：line 逐年折线（默认），bars 一年各地柱形，slope 首尾两年。
    --preset：document 公文版心 156 × 104 mm（默认），column 期刊单栏 89 × 67 mm，wide 期刊通栏
    183 × 110 mm，slide 1920 × 1080 px，square 1080 × 1080 px，web 1700 × 1200 px。
    SVG 的文字默认转为轮廓，各处显示一致；--svg-text 保留为可编辑的文字。
    图角的日期可用环境变量 SOURCE_DATE_EPOCH 固定。同名文件内容不同时不覆盖，除非加 --force。

help-where =
    用法：faheng where [--json]

    资料库、设置、缓存的位置。
