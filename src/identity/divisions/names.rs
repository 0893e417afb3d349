//! Names of divisions without their suffix.

/// Suffixes, longest first: 自治县 must go before 县.
const SUFFIXES: [&str; 14] = [
    "特别行政区",
    "自治区",
    "自治州",
    "自治县",
    "自治旗",
    "地区",
    "林区",
    "特区",
    "新区",
    "省",
    "市",
    "县",
    "区",
    "旗",
];

/// Peoples that stand in the names of autonomous areas, with and without 族.
const PEOPLES: [&str; 52] = [
    "维吾尔",
    "朝鲜族",
    "土家族",
    "布依族",
    "哈尼族",
    "傈僳族",
    "景颇族",
    "蒙古族",
    "柯尔克孜",
    "哈萨克族",
    "哈萨克",
    "塔吉克",
    "达斡尔族",
    "仫佬族",
    "毛南族",
    "仡佬族",
    "纳西族",
    "拉祜族",
    "布朗族",
    "独龙族",
    "普米族",
    "裕固族",
    "保安族",
    "东乡族",
    "撒拉族",
    "鄂伦春",
    "鄂温克族",
    "锡伯",
    "蒙古",
    "壮族",
    "回族",
    "藏族",
    "苗族",
    "侗族",
    "白族",
    "傣族",
    "羌族",
    "彝族",
    "满族",
    "畲族",
    "瑶族",
    "黎族",
    "水族",
    "佤族",
    "怒族",
    "土族",
    "各族",
    "京族",
    "高山族",
    "阿昌族",
    "德昂族",
    "基诺族",
];

/// Stems that name a place only together with their suffix: 市中, 城关, 东.
const COMMON: [&str; 14] =
    ["市中", "市南", "市北", "城关", "城中", "城东", "城西", "城北", "城厢", "新城", "东城", "西城", "北城", "南城"];

/// The name without its suffix, where the stem has two characters or more and is no common word.
pub(super) fn short(name: &str) -> Option<&str> {
    if name.ends_with("开发区") {
        return None;
    }
    let mut stem = match name.strip_suffix('盟') {
        Some(stem) => stem,
        None => SUFFIXES.iter().find_map(|suffix| name.strip_suffix(suffix))?,
    };
    if name.contains("自治") {
        // 内蒙古 ends in a people and is a name all the same.
        let shorter = |stem: &'_ str| PEOPLES.iter().find_map(|people| stem.strip_suffix(people).map(str::len));
        while let Some(rest) = shorter(stem).map(|end| &stem[..end]).filter(|rest| rest.chars().nth(1).is_some()) {
            stem = rest;
        }
    }
    let common = COMMON.contains(&stem) || PEOPLES.contains(&stem);
    (stem.chars().count() >= 2 && !common).then_some(stem)
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn takes_suffix_and_peoples_off() {
        for (name, stem) in [
            ("营口市", "营口"),
            ("内蒙古自治区", "内蒙古"),
            ("新疆维吾尔自治区", "新疆"),
            ("积石山保安族东乡族撒拉族自治县", "积石山"),
            ("延边朝鲜族自治州", "延边"),
            ("锡林郭勒盟", "锡林郭勒"),
            ("浦东新区", "浦东"),
            ("大兴安岭地区", "大兴安岭"),
        ] {
            assert_eq!(short(name), Some(stem), "{name}");
        }
    }

    #[test]
    fn leaves_names_whose_stem_is_no_name() {
        for name in ["叶县", "城区", "郊区", "市中区", "东区", "东乡族自治县", "大庆高新技术产业开发区"]
        {
            assert_eq!(short(name), None, "{name}");
        }
    }
}
