//! Forms that some programs write for ordinary characters: radicals, ligatures, compatibility ideographs.
//!
//! Chinese fonts often draw 一 and ⼀ with one glyph, and the map of the file then names the radical.

/// The ideographs of the Kangxi radicals, in their order from U+2F00.
const KANGXI: &str = "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋\
    弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石\
    示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長\
    門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

/// Radicals of the supplement that are characters of their own, each with its ideograph.
const SUPPLEMENT: &str = "⺁厂⺄乙⺇几⺈刀⺊卜⺌小⺍小⺒巳⺓幺⺗心⺜日⺝月⺟母⺠民⺧牛⺩王⺪疋⺫目⺬示⺮竹⺶羊⺷羊⺻聿⺼肉⺽臼⻁虎⻄西⻅见\
    ⻆角⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏邑⻑長⻓长⻔门⻕阜⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄\
    ⻪黾⻬齐⻮齿⻰龙⻳龟";

/// The unified ideographs of the compatibility block, in its order from U+F900.
const COMPATIBLE: &str = "豈更車賈滑串句龜龜契金喇奈懶癩羅蘿螺裸邏樂洛烙珞落酪駱亂卵欄爛蘭鸞嵐濫藍襤拉臘蠟廊朗浪狼郎來冷勞擄櫓爐盧老蘆虜路\
    露魯鷺碌祿綠菉錄鹿論壟弄籠聾牢磊賂雷壘屢樓淚漏累縷陋勒肋凜凌稜綾菱陵讀拏樂諾丹寧怒率異北磻便復不泌數索參塞省葉說\
    殺辰沈拾若掠略亮兩凉梁糧良諒量勵呂女廬旅濾礪閭驪麗黎力曆歷轢年憐戀撚漣煉璉秊練聯輦蓮連鍊列劣咽烈裂說廉念捻殮簾獵\
    令囹寧嶺怜玲瑩羚聆鈴零靈領例禮醴隸惡了僚寮尿料樂燎療蓼遼龍暈阮劉杻柳流溜琉留硫紐類六戮陸倫崙淪輪律慄栗率隆利吏履\
    易李梨泥理痢罹裏裡里離匿溺吝燐璘藺隣鱗麟林淋臨立笠粒狀炙識什茶刺切度拓糖宅洞暴輻行降見廓兀嗀﨎﨏塚﨑晴﨓﨔凞猪益\
    礼神祥福靖精羽﨟蘒﨡諸﨣﨤逸都﨧﨨﨩飯飼館鶴郞隷侮僧免勉勤卑喝嘆器塀墨層屮悔慨憎懲敏既暑梅海渚漢煮爫琢碑社祉祈祐\
    祖祝禍禎穀突節練縉繁署者臭艹艹著褐視謁謹賓贈辶逸難響頻恵𤋮舘﩮﩯並况全侀充冀勇勺喝啕喙嗢塚墳奄奔婢嬨廒廙彩徭惘慎\
    愈憎慠懲戴揄搜摒敖晴朗望杖歹殺流滛滋漢瀞煮瞧爵犯猪瑱甆画瘝瘟益盛直睊着磌窱節类絛練缾者荒華蝹襁覆視調諸請謁諾諭謹\
    變贈輸遲醙鉶陼難靖韛響頋頻鬒龜𢡊𢡄𣏕㮝䀘䀹𥉉𥳐𧻓齃龎";

/// Latin ligatures from U+FB00.
const LIGATURES: [&str; 7] = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];

/// Punctuation of vertical lines, each with what it is in horizontal ones.
const VERTICAL: &str =
    "︐，︑、︒。︓：︔；︕！︖？︗〖︘〗︙…︵（︶）︷｛︸｝︹〔︺〕︻【︼】︽《︾》︿〈﹀〉﹁「﹂」﹃『﹄』";

/// What the character stands for; `None` for a character that stands for itself.
pub(super) fn plain(c: char) -> Option<&'static str> {
    match c {
        '\u{2F00}'..='\u{2FD5}' => counted(KANGXI, c as usize - 0x2F00),
        '\u{2E80}'..='\u{2EF3}' => paired(SUPPLEMENT, c),
        '\u{F900}'..='\u{FAD9}' => counted(COMPATIBLE, c as usize - 0xF900).filter(|plain| !plain.starts_with(c)),
        '\u{FB00}'..='\u{FB06}' => LIGATURES.get(c as usize - 0xFB00).copied(),
        '\u{FE10}'..='\u{FE44}' => paired(VERTICAL, c),
        _ => None,
    }
}

/// The character at `index` of a text.
fn counted(text: &'static str, index: usize) -> Option<&'static str> {
    let (at, c) = text.char_indices().nth(index)?;
    text.get(at..at + c.len_utf8())
}

/// The character after `c`, where `c` is the first of a pair.
fn paired(text: &'static str, c: char) -> Option<&'static str> {
    let (at, _) = text.char_indices().step_by(2).find(|(_, first)| *first == c)?;
    let rest = text.get(at + c.len_utf8()..)?;
    rest.get(..rest.chars().next()?.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn radicals_and_ligatures_become_what_they_stand_for() {
        let read = |text: &str| -> String {
            text.chars().map(|c| plain(c).map_or_else(|| c.to_string(), str::to_owned)).collect()
        };
        assert_eq!(read("⼀、⼆⼗⽇⾏⿕ ⺠⻔⻓⻰⻳"), "一、二十日行龠 民门长龙龟");
        assert_eq!(read("豈金行ﬁﬄ︵︶"), "豈金行fiffl（）");
        assert_eq!(read("法治政府（2024年）12%，“一”"), "法治政府（2024年）12%，“一”");
        assert_eq!((plain('\u{2FD5}'), plain('\u{F900}')), (Some("龠"), Some("豈")));
        let radicals = SUPPLEMENT.chars().step_by(2);
        assert!(radicals.clone().all(|c| ('\u{2E80}'..='\u{2EF3}').contains(&c)) && radicals.is_sorted());
        assert!(KANGXI.chars().count() == 214 && COMPATIBLE.chars().count() == 0xFADA - 0xF900);
    }
}
