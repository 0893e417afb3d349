//! The words of page chrome (domain.md §a.9): what publishing systems print around a report.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

/// What a word of page chrome announces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// A key before a date: 发布时间.
    Date,
    /// A key before a count: 浏览次数.
    Count,
    /// A key before free words: 来源.
    Text,
    /// A key of an info table, which also stands in a cell of its own: 索引号.
    Info,
    /// The choice of letter size.
    Size,
    /// A button or link that stands alone: 打印本页.
    Button,
    /// Words that only the tail of a page has, wherever they stand in a line that is no sentence: 版权所有.
    Tail,
    /// Words over a list or a name in the tail of a page, which sentences have too: 相关文件.
    Label,
    /// Words that open a breadcrumb: 当前位置.
    Trail,
}

const WORDS: [(Word, &str); 9] = [
    (
        Word::Date,
        "发布时间 发布日期 时间 日期 更新时间 更新日期 公布日期 录入时间 信息时间 发表时间 发稿时间 今天是 现在是",
    ),
    (
        Word::Count,
        "浏览次数 浏览量 浏览数 浏览 点击数 点击量 点击次数 点击率 点击 访问次数 访问量 访问数 总访问量 阅读次数 阅读量 \
         阅读数 阅读 人气 点赞 评论 查看 字数",
    ),
    (
        Word::Text,
        "来源 信息来源 稿件来源 文章来源 内容来源 稿源 作者 责任编辑 责编 编辑 审核 审核人 初审 复审 终审 监制 校对 供稿 \
         供稿单位 撰稿 发布人 发布者 发布单位 发布部门 所属栏目 当前栏目 栏目 附件 相关附件 附件下载 视频 图片 音频 分享 \
         分享到 分享至 上一篇 下一篇 上一条 下一条 上一页 下一页 原文链接 文章链接 关联文件 相关解读",
    ),
    (
        Word::Info,
        "索引号 信息索引号 索引码 发文字号 文号 文件编号 主题分类 组配分类 体裁分类 信息分类 信息类别 公开类别 公开类型 公开方式 \
         公开形式 公开时限 公开范围 公开程序 发布机构 发文机关 发文单位 制发机关 公开主体 公开责任部门 成文日期 生成日期 公开日期 \
         印发日期 发文日期 生效日期 失效日期 废止日期 有效性 时效性 效力状态 文件有效性 审核程序 标题 信息名称 文件名称 名称 主题词 \
         关键词 关键字 内容概述 内容分类 服务对象 语种",
    ),
    (Word::Size, "字号 字体 字体大小 文字大小 字号大小"),
    (
        Word::Button,
        "打印 打印本页 打印本文 打印页面 打印此页 打印文章 我要打印 关闭 关闭窗口 关闭本页 关闭页面 收藏 取消收藏 加入收藏 收藏本站 \
         收藏本页 设为首页 网站地图 简体 繁体 简体版 繁体版 繁體 无障碍 无障碍浏览 无障碍阅读 进入无障碍 长者版 适老版 关怀版 关怀模式 \
         老年模式 视力保护色 语音播报 语音朗读 朗读 收听 放大 缩小 加大字体 缩小字体 返回 返回顶部 回到顶部 返回首页 返回列表 返回上页 \
         我要纠错 内容纠错 纠错 登录 注册 搜索 首页 网站首页 本站首页 主页 微信 微博 新浪微博 QQ空间 QQ好友 保存 下载 转发 导出 English 手机版 \
         移动版 微信公众号 政务微博 更多 大 中 小 默认 特大 没有了 A+ A- 下载附件 文档下载 保护视力色 分享到微信 分享到微博 二维码",
    ),
    (
        Word::Tail,
        "扫一扫在手机 扫一扫 微信扫一扫 预览时标签不可点 阅读原文 用手机扫描 手机扫描二维码 此件公开发布 此件主动公开 此件依申请公开 版权所有 网站标识码 备案号 公网安备 \
         ICP备 友情链接 网站主办 网站声明",
    ),
    (
        Word::Label,
        "免责声明 相关阅读 相关文件 相关政策 相关稿件 相关资讯 相关链接 相关新闻 相关文章 相关信息 相关推荐 推荐阅读 主办单位 承办单位 技术支持 责任编辑 \
         文章关键词 延伸阅读 热点推荐 联系我们 关于我们",
    ),
    (
        Word::Trail,
        "当前位置 当前的位置 您的位置 您现在的位置 您所在的位置 你所在的位置 您当前的位置 您当前位置 你的位置 现在位置 所在位置",
    ),
];

/// All words as one automaton, the longest at each place, with what each announces.
pub(super) struct Vocabulary {
    automaton: Option<AhoCorasick>,
    words: Vec<Word>,
}

impl Vocabulary {
    fn new() -> Self {
        let pairs = || WORDS.iter().flat_map(|(word, list)| list.split_whitespace().map(move |text| (*word, text)));
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .kind(Some(AhoCorasickKind::DFA))
            .build(pairs().map(|(_, text)| text))
            .ok();
        Self { automaton, words: pairs().map(|(word, _)| word).collect() }
    }

    /// The words in `text`, as (what, first byte, one past the last).
    pub(super) fn find<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (Word, usize, usize)> + 'a {
        let found = self.automaton.iter().flat_map(move |automaton| automaton.find_iter(text));
        found.filter_map(|m| Some((*self.words.get(m.pattern().as_usize())?, m.start(), m.end())))
    }
}

/// The vocabulary, built at first use.
pub(super) static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(Vocabulary::new);
