//! Numbers of documents: 鞍委〔2024〕17号, 海交发 [2022] 97号, 石依法办发﹝2016﹞23号.

use super::page::Page;
use crate::text::is_han;

/// The document's own number: named by the page, or alone at the head of the text.
pub(super) fn find(page: &Page<'_>) -> Option<String> {
    let named = ["发文字号", "文号", "备注/文号"].iter().flat_map(|key| page.values(key));
    let named = named.filter_map(|value| leading(&value.text).map(|end| trim(&value.raw, &value.text, end))).next();
    named.or_else(|| {
        page.head().find_map(|(_, line)| {
            let text = line.text().trim();
            leading(text).map(|end| line.own(text[..end].trim()))
        })
    })
}

fn trim(raw: &str, text: &str, end: usize) -> String {
    // Folding keeps the count of characters of a number, so the same count is taken of the original.
    raw.chars().take(text[..end].chars().count()).collect::<String>().trim().to_owned()
}

/// Length in bytes of a document number at the start of folded `text`.
pub(super) fn leading(text: &str) -> Option<usize> {
    let open = text.find(['〔', '[', '【', '(', '<', '〈'])?;
    let office = text[..open].trim_end();
    let letters = office.chars().count();
    if !(2..=14).contains(&letters) || !office.chars().all(is_han) {
        return None;
    }
    let rest = text[open..].trim_start_matches(['〔', '[', '【', '(', '<', '〈', ' ']);
    let year = rest.get(..4).filter(|year| year.bytes().all(|b| b.is_ascii_digit()) && year.starts_with(['1', '2']))?;
    let rest = rest[year.len()..].trim_start_matches(['年', ' ']);
    let rest = rest.strip_prefix(['〕', ']', '】', ')', '>', '〉'])?.trim_start();
    let rest = rest.strip_prefix('第').unwrap_or(rest).trim_start();
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let rest = rest[digits..].trim_start();
    let rest = rest.strip_prefix('号').filter(|_| digits > 0)?;
    Some(text.len() - rest.len())
}

#[cfg(test)]
mod tests {
    use super::leading;

    #[test]
    fn reads_every_bracket() {
        for text in [
            "海委〔2024〕17号",
            "朝川发 [2022] 97号",
            "石依法办发(2016)23 号",
            "赣川社发【2023】6号",
            "海政〔2024〕第 3 号",
        ] {
            assert_eq!(leading(&format!("{text} 关于")), Some(text.len()), "{text}");
        }
    }

    #[test]
    fn other_brackets_are_none() {
        for text in
            ["澜州市(2024)年报", "〔2024〕17号", "根据《办法》(澜政办〔2024〕18号)", "澜州市〔〕33号", "澜州〔2024〕号"]
        {
            assert_eq!(leading(text), None, "{text}");
        }
    }
}
