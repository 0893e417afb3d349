//! The sample data inside the program, for machines that have the program alone.

use std::fs;
use std::path::{Path, PathBuf};

use super::trial::not_made;
use crate::error::Error;

/// Names and bytes of the sample reports.
static FILES: &[(&str, &[u8])] = &[
    (
        "墨岭市/墨岭市2020年法治政府建设情况报告.docx",
        include_bytes!("../../sample_data/墨岭市/墨岭市2020年法治政府建设情况报告.docx"),
    ),
    (
        "墨岭市/墨岭市2022年度法治政府建设情况的报告.txt",
        include_bytes!("../../sample_data/墨岭市/墨岭市2022年度法治政府建设情况的报告.txt"),
    ),
    (
        "墨岭市/墨岭市2023年法治政府建设年度报告.docx",
        include_bytes!("../../sample_data/墨岭市/墨岭市2023年法治政府建设年度报告.docx"),
    ),
    (
        "墨岭市/墨岭市2024年法治政府建设工作情况报告.html",
        include_bytes!("../../sample_data/墨岭市/墨岭市2024年法治政府建设工作情况报告.html"),
    ),
    (
        "墨岭市/墨岭市二〇一九年度法治政府建设工作报告.txt",
        include_bytes!("../../sample_data/墨岭市/墨岭市二〇一九年度法治政府建设工作报告.txt"),
    ),
    (
        "墨岭市/墨岭市人民政府关于2021年法治政府建设情况的报告.html",
        include_bytes!("../../sample_data/墨岭市/墨岭市人民政府关于2021年法治政府建设情况的报告.html"),
    ),
    (
        "槐安县/槐安县2023年法治政府建设工作情况报告.docx",
        include_bytes!("../../sample_data/槐安县/槐安县2023年法治政府建设工作情况报告.docx"),
    ),
    (
        "槐安县/槐安县2024年度法治政府建设年度报告.html",
        include_bytes!("../../sample_data/槐安县/槐安县2024年度法治政府建设年度报告.html"),
    ),
    (
        "槐安县/槐安县人民政府2022年度法治政府建设情况报告.txt",
        include_bytes!("../../sample_data/槐安县/槐安县人民政府2022年度法治政府建设情况报告.txt"),
    ),
    (
        "澄港市/2020年澄港市法治政府建设情况的报告.txt",
        include_bytes!("../../sample_data/澄港市/2020年澄港市法治政府建设情况的报告.txt"),
    ),
    (
        "澄港市/澄港市2022年度法治政府建设工作情况报告.docx",
        include_bytes!("../../sample_data/澄港市/澄港市2022年度法治政府建设工作情况报告.docx"),
    ),
    (
        "澄港市/澄港市2023年法治政府建设情况.html",
        include_bytes!("../../sample_data/澄港市/澄港市2023年法治政府建设情况.html"),
    ),
    (
        "澄港市/澄港市人民政府关于2019年法治政府建设情况的报告.html",
        include_bytes!("../../sample_data/澄港市/澄港市人民政府关于2019年法治政府建设情况的报告.html"),
    ),
    (
        "澄港市/澄港市关于2024年度法治政府建设情况的报告.txt",
        include_bytes!("../../sample_data/澄港市/澄港市关于2024年度法治政府建设情况的报告.txt"),
    ),
    (
        "澄港市市场监督管理局/市市场监督管理局2023年度法治政府建设情况报告.txt",
        include_bytes!("../../sample_data/澄港市市场监督管理局/市市场监督管理局2023年度法治政府建设情况报告.txt"),
    ),
    (
        "澄港市市场监督管理局/澄港市市场监督管理局2022年法治政府建设工作情况报告.html",
        include_bytes!(
            "../../sample_data/澄港市市场监督管理局/澄港市市场监督管理局2022年法治政府建设工作情况报告.html"
        ),
    ),
    (
        "澄港市市场监督管理局/澄港市市场监督管理局关于2024年法治政府建设情况的报告.docx",
        include_bytes!(
            "../../sample_data/澄港市市场监督管理局/澄港市市场监督管理局关于2024年法治政府建设情况的报告.docx"
        ),
    ),
    (
        "澜州市/2020年澜州市法治政府建设年度报告.html",
        include_bytes!("../../sample_data/澜州市/2020年澜州市法治政府建设年度报告.html"),
    ),
    (
        "澜州市/2024年度澜州市法治政府建设报告.docx",
        include_bytes!("../../sample_data/澜州市/2024年度澜州市法治政府建设报告.docx"),
    ),
    (
        "澜州市/澜州市2019年度法治政府建设情况报告.txt",
        include_bytes!("../../sample_data/澜州市/澜州市2019年度法治政府建设情况报告.txt"),
    ),
    (
        "澜州市/澜州市2022年法治政府建设情况报告.html",
        include_bytes!("../../sample_data/澜州市/澜州市2022年法治政府建设情况报告.html"),
    ),
    (
        "澜州市/澜州市人民政府关于2023年度法治政府建设情况的报告.txt",
        include_bytes!("../../sample_data/澜州市/澜州市人民政府关于2023年度法治政府建设情况的报告.txt"),
    ),
    (
        "澜州市/澜州市关于2021年法治政府建设情况的报告.docx",
        include_bytes!("../../sample_data/澜州市/澜州市关于2021年法治政府建设情况的报告.docx"),
    ),
    (
        "绮湖市/2024年绮湖市法治政府建设年度报告.html",
        include_bytes!("../../sample_data/绮湖市/2024年绮湖市法治政府建设年度报告.html"),
    ),
    (
        "绮湖市/绮湖市2021年度法治政府建设情况的报告.txt",
        include_bytes!("../../sample_data/绮湖市/绮湖市2021年度法治政府建设情况的报告.txt"),
    ),
    (
        "绮湖市/绮湖市2023年法治政府建设工作要点.txt",
        include_bytes!("../../sample_data/绮湖市/绮湖市2023年法治政府建设工作要点.txt"),
    ),
    (
        "绮湖市/绮湖市人民政府2022年法治政府建设情况报告.html",
        include_bytes!("../../sample_data/绮湖市/绮湖市人民政府2022年法治政府建设情况报告.html"),
    ),
    (
        "绮湖市/绮湖市关于2023年法治政府建设情况的报告.docx",
        include_bytes!("../../sample_data/绮湖市/绮湖市关于2023年法治政府建设情况的报告.docx"),
    ),
];

/// Writes the sample reports into a folder and gives its path.
///
/// # Errors
///
/// What the system says when the folder cannot be written.
pub fn unpack(folder: &Path) -> Result<PathBuf, Error> {
    for (name, bytes) in FILES {
        let path = folder.join(name);
        let place = path.parent().unwrap_or(folder);
        let written = fs::create_dir_all(place).and_then(|()| fs::write(&path, bytes));
        written.map_err(|error| not_made(&error, &path))?;
    }
    Ok(folder.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// Paths below a folder of reports, one folder deep.
    fn below(folder: &Path) -> BTreeSet<String> {
        let places = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir());
        let files = places.flat_map(|place| fs::read_dir(place).unwrap().map(|entry| entry.unwrap().path()));
        files.map(|path| path.strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/")).collect()
    }

    #[test]
    fn all_sample_reports_are_inside_and_come_out() {
        let wanted = below(&Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data"));
        assert_eq!(wanted, FILES.iter().map(|(name, _)| (*name).to_owned()).collect());
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(below(&unpack(&folder.path().join("里面")).unwrap()), wanted);
    }
}
