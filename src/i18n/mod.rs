//! The texts that users see: Fluent, Chinese first. The locale is a parameter, there is no global state.
//!
//! `assets/i18n` holds the texts; [`labels`] names the values of the core, [`Texts::error`] its errors.

mod errors;
pub mod labels;
pub mod numbers;
pub mod units;

use std::path::Path;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

pub use fluent_bundle::FluentValue as Arg;

/// A language that the program speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Locale {
    /// Simplified Chinese.
    #[default]
    ZhHans,
    /// English.
    En,
}

impl Locale {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::ZhHans, Self::En];

    /// The locale of a language tag such as `zh`, `zh-CN` or `en_US.UTF-8`.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let language = tag.split(['-', '_', '.', '@']).next().unwrap_or_default().to_ascii_lowercase();
        match language.as_str() {
            "zh" => Some(Self::ZhHans),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// The locale to start in: Chinese, unless the system's language is set and is not Chinese.
    ///
    /// `settings` are the values of `LC_ALL`, `LC_MESSAGES` and `LANG`, strongest first; `C` and `POSIX` count as not set.
    pub fn from_system<'a>(settings: impl IntoIterator<Item = &'a str>) -> Self {
        let set = |tag: &&str| !tag.is_empty() && !matches!(tag.split('.').next(), Some("C" | "POSIX"));
        match settings.into_iter().find(set) {
            Some(tag) => Self::from_tag(tag).unwrap_or(Self::En),
            None => Self::ZhHans,
        }
    }

    /// The tag that the plural rules go by.
    fn language(self) -> LanguageIdentifier {
        let tag = match self {
            Self::ZhHans => "zh",
            Self::En => "en",
        };
        tag.parse().unwrap_or_default()
    }

    fn sources(self) -> &'static [&'static str] {
        match self {
            Self::ZhHans => &[
                include_str!("../../assets/i18n/zh-Hans/core.ftl"),
                include_str!("../../assets/i18n/zh-Hans/errors.ftl"),
                include_str!("../../assets/i18n/zh-Hans/cli.ftl"),
                include_str!("../../assets/i18n/zh-Hans/help.ftl"),
                include_str!("../../assets/i18n/zh-Hans/chart.ftl"),
                include_str!("../../assets/i18n/zh-Hans/app-shell.ftl"),
                include_str!("../../assets/i18n/zh-Hans/app-library.ftl"),
                include_str!("../../assets/i18n/zh-Hans/app-report.ftl"),
                include_str!("../../assets/i18n/zh-Hans/app-compare.ftl"),
                include_str!("../../assets/i18n/zh-Hans/app-trend.ftl"),
                include_str!("../../assets/i18n/zh-Hans/app-export.ftl"),
                include_str!("../../assets/i18n/zh-Hans/app-quality.ftl"),
            ],
            Self::En => &[
                include_str!("../../assets/i18n/en/core.ftl"),
                include_str!("../../assets/i18n/en/errors.ftl"),
                include_str!("../../assets/i18n/en/cli.ftl"),
                include_str!("../../assets/i18n/en/help.ftl"),
                include_str!("../../assets/i18n/en/chart.ftl"),
                include_str!("../../assets/i18n/en/app-shell.ftl"),
                include_str!("../../assets/i18n/en/app-library.ftl"),
                include_str!("../../assets/i18n/en/app-report.ftl"),
                include_str!("../../assets/i18n/en/app-compare.ftl"),
                include_str!("../../assets/i18n/en/app-trend.ftl"),
                include_str!("../../assets/i18n/en/app-export.ftl"),
                include_str!("../../assets/i18n/en/app-quality.ftl"),
            ],
        }
    }
}

/// The texts of one locale.
pub struct Texts {
    locale: Locale,
    bundle: FluentBundle<FluentResource>,
}

impl Texts {
    /// Loads the texts of a locale.
    pub fn new(locale: Locale) -> Self {
        let mut bundle = FluentBundle::new(vec![locale.language()]);
        // The marks that keep right-to-left text apart would show as boxes in terminals.
        bundle.set_use_isolating(false);
        for source in locale.sources() {
            // What cannot be parsed is left out and shows as its id; a test holds the files to zero of these.
            let resource = match FluentResource::try_new((*source).to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            bundle.add_resource_overriding(resource);
        }
        Self { locale, bundle }
    }

    /// Their locale.
    pub fn locale(&self) -> Locale {
        self.locale
    }

    /// The text of that id; the id itself where there is none.
    pub fn get(&self, id: &str) -> String {
        self.format(id, &[])
    }

    /// The text of that id with its arguments put in; the id itself where there is none.
    pub fn format(&self, id: &str, arguments: &[(&str, FluentValue<'_>)]) -> String {
        let Some(pattern) = self.bundle.get_message(id).and_then(|message| message.value()) else {
            return id.to_owned();
        };
        let mut args = FluentArgs::with_capacity(arguments.len());
        for (name, value) in arguments {
            args.set(*name, value.clone());
        }
        let mut errors = Vec::new();
        self.bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned()
    }

    /// Joins the items of an enumeration as the language does.
    pub fn list<S: AsRef<str>>(&self, items: impl IntoIterator<Item = S>) -> String {
        let separator = self.get("list-separator");
        let items: Vec<S> = items.into_iter().collect();
        items.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(&separator)
    }

    /// Joins the first `most` items and says how many there are where that is not all.
    pub fn list_up_to<S: AsRef<str>>(&self, most: usize, items: impl IntoIterator<Item = S>) -> String {
        let items: Vec<S> = items.into_iter().collect();
        let shown = self.list(items.iter().take(most));
        if items.len() <= most {
            return shown;
        }
        self.format("list-cut", &[("items", shown.into()), ("count", items.len().into())])
    }
}

/// A path as a line can show it: line breaks and other control characters escaped.
pub fn path_text(path: &Path) -> String {
    let shown = path.display().to_string();
    if !shown.contains(char::is_control) {
        return shown;
    }
    let escape = |c: char| if c.is_control() { c.escape_default().to_string() } else { c.to_string() };
    shown.chars().map(escape).collect()
}

#[cfg(test)]
mod tests;
