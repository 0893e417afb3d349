//! What is known of a report besides its text.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

/// What a document is (`kind` of the output contract).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The annual report of a province, city, county, district or development zone as a whole.
    GovernmentReport,
    /// The report of a bureau, township or sub-district on its own work.
    DepartmentReport,
    /// 工作要点, 工作安排: every figure is a target.
    WorkPlan,
    /// Anything else.
    Other,
}

/// The level of the body that reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// 省, 自治区, 直辖市.
    Province,
    /// 地级市, 州, 盟.
    Prefecture,
    /// 县, 县级市, 市辖区.
    County,
    /// 开发区, 高新区, 新区 with a committee of its own.
    Zone,
    /// 乡, 镇, 街道.
    Township,
    /// 局, 委, 厅 and other bodies of a government.
    Department,
}

/// Who reports.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Body {
    /// A government's own name (营口市), a bureau's with its place (鞍山市数据局).
    pub name: Option<String>,
    /// Its level.
    pub level: Option<Level>,
}

/// The place that the figures are about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Jurisdiction {
    /// Its code of GB/T 2260 where it is listed.
    pub code: Option<String>,
    /// The division's own name without its parents (鲅鱼圈区).
    pub name: String,
    /// Names from the province down to itself where it, or its parent, is listed.
    pub path: Option<Vec<String>>,
}

/// The facts that carry evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// The title.
    Title,
    /// The kind of document.
    Kind,
    /// The year that the report is about.
    Year,
    /// The place.
    Jurisdiction,
    /// Who reports.
    Body,
    /// Who published it.
    Issuer,
    /// When it was published.
    Published,
}

/// Where the words that say so stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// In the title.
    Title,
    /// In the running text.
    Body,
    /// In the page around the report.
    Chrome,
    /// In the signature at the end.
    Signature,
    /// In the name of the file.
    FileName,
    /// In `meta` elements or document properties.
    Metadata,
}

/// The words that a fact rests on.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Evidence {
    /// The words as they stand.
    pub raw: String,
    /// Where they stand.
    #[serde(rename = "where")]
    pub place: Place,
    /// 0 to 1; below 0.8 a person should look.
    pub confidence: f64,
}

/// What is known of a report besides its text.
#[derive(Clone, Debug, PartialEq)]
pub struct Identity {
    /// The title as it stands, lines joined.
    pub title: Option<String>,
    /// What the document is.
    pub kind: Kind,
    /// The year that the report is about, not the one it was published in.
    pub year: Option<i32>,
    /// Who reports.
    pub body: Body,
    /// The place that the figures are about.
    pub jurisdiction: Option<Jurisdiction>,
    /// The office named as source or signatory.
    pub issuer: Option<String>,
    /// Date of publication; of the signature where nothing else is known.
    pub published: Option<Date>,
    /// Document number such as 鞍委〔2024〕17号.
    pub doc_number: Option<String>,
    /// The words behind each fact.
    pub evidence: BTreeMap<Field, Evidence>,
}
