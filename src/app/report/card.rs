//! The card of the chosen figure: what it says, how sure it is, and the sentence that proves it.

use std::sync::Arc;

use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{
    Align2, CornerRadius, FontFamily, FontId, Frame, Label, Margin, Rect, RichText, ScrollArea, Sense, Ui, UiBuilder,
    vec2,
};

use super::cite::{self, Quote};
use super::{MARGIN, go};
use crate::app::action::{Action, Address};
use crate::app::cx::Cx;
use crate::app::theme::{self, Tokens, size, space};
use crate::figures::{Nature, Scope};
use crate::i18n::{Locale, labels, numbers};
use crate::intake::Warning;
use crate::jobs::desk::ReportPage;
use crate::shelf::body_key;

/// Share of the side pane that the card has; the list below keeps its place whatever the card says.
const SHARE: f32 = 0.56;

/// Width of the terms of the table.
const TERM: f32 = 64.0;

/// The card last painted.
#[derive(Default)]
pub struct Card {
    of: Option<(Arc<ReportPage>, usize, Locale)>,
    facts: Facts,
}

/// What a card says, gathered once for each figure.
#[derive(Default)]
struct Facts {
    name: String,
    value: String,
    /// Year, nature, whether a person has decided.
    about: String,
    /// What is particular about the value.
    remarks: Vec<String>,
    /// Term and fact.
    table: Vec<(&'static str, String)>,
    quote: Quote,
    /// Other figures of the same number.
    sharing: Vec<(usize, String)>,
}

/// Paints the card of a figure, or what to do where none is chosen.
pub fn ui(
    ui: &mut Ui,
    card: &mut Card,
    page: &Arc<ReportPage>,
    chosen: Option<usize>,
    cx: &Cx<'_>,
    actions: &mut Vec<Action>,
) {
    let height = (ui.available_height() * SHARE).round();
    let width = ui.available_width();
    let rect = Rect::from_min_size(ui.cursor().min, vec2(width, height));
    ui.scope_builder(UiBuilder::new().max_rect(rect), |ui| {
        let salt = ("card", page.id.number(), chosen);
        ScrollArea::vertical().id_salt(salt).auto_shrink(false).show(ui, |ui| {
            Frame::NONE.inner_margin(Margin::same(MARGIN as i8)).show(ui, |ui| match chosen {
                Some(figure) => filled(ui, card, page, figure, cx, actions),
                None => nothing(ui, page, cx, actions),
            });
        });
    });
    ui.advance_cursor_after_rect(rect);
    ui.painter().hline(rect.x_range(), rect.bottom(), cx.tokens.hairline());
}

fn nothing(ui: &mut Ui, page: &ReportPage, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    let decided = page.figures.iter().filter(|figure| figure.reviewed).count();
    ui.label(theme::bold(cx.text("report-card-none")));
    let counts = [("count", page.figures.len().into()), ("decided", decided.into())];
    ui.label(cx.format("report-card-counts", &counts));
    ui.add_space(space::S);
    ui.label(theme::note(cx.text("report-card-hint"), cx.tokens));
    ui.label(theme::note(cx.text("report-card-keys"), cx.tokens));
    let warnings = &page.loaded.stored.warnings;
    for warning in warnings {
        ui.label(RichText::new(cx.texts.warning(warning)).size(size::NOTE).color(cx.tokens.warn));
    }
    let odd = |warning: &Warning| matches!(warning, Warning::GuessedEncoding { .. } | Warning::ReplacedBytes { .. });
    let text = page.loaded.stored.summary.format.is_text();
    if text && warnings.iter().any(odd) && ui.button(cx.text("report-encoding-other")).clicked() {
        actions.push(Action::ShowEncoding(Some(page.id)));
    }
}

fn filled(ui: &mut Ui, card: &mut Card, page: &Arc<ReportPage>, figure: usize, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    let same = |(own, of, locale): &(Arc<ReportPage>, usize, Locale)| {
        Arc::ptr_eq(own, page) && *of == figure && *locale == cx.locale()
    };
    if !card.of.as_ref().is_some_and(same) {
        card.of = Some((Arc::clone(page), figure, cx.locale()));
        card.facts = gather(page, figure, cx);
    }
    let facts = &card.facts;
    ui.spacing_mut().item_spacing.y = space::XS;
    ui.label(theme::bold(&facts.name));
    ui.label(theme::title(&facts.value));
    ui.label(&facts.about);
    for remark in &facts.remarks {
        ui.label(RichText::new(remark).size(size::NOTE).color(cx.tokens.warn));
    }
    ui.add_space(space::XS);
    ui.horizontal(|ui| buttons(ui, facts, page, figure, cx, actions));
    ui.add_space(space::XS);
    quote(ui, &facts.quote, cx.tokens);
    ui.add_space(space::XS);
    for (figure, name) in &facts.sharing {
        let text = cx.format("report-card-shared", &[("name", name.as_str().into())]);
        if ui.link(text).clicked() {
            go(page, *figure, actions);
        }
    }
    for (term, fact) in &facts.table {
        ui.horizontal_top(|ui| {
            let (place, _) = ui.allocate_exact_size(vec2(TERM, size::NOTE * 1.4), Sense::hover());
            let font = FontId::proportional(size::NOTE);
            ui.painter().text(place.left_top(), Align2::LEFT_TOP, cx.text(term), font, cx.tokens.weak);
            ui.add(Label::new(RichText::new(fact).size(size::NOTE)).wrap());
        });
    }
}

fn buttons(ui: &mut Ui, facts: &Facts, page: &ReportPage, figure: usize, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    let Some(found) = page.loaded.observations().get(figure) else { return };
    let report = &page.loaded.stored.summary;
    if ui.button(cx.text("report-trend")).on_hover_text(cx.text("report-trend-hint")).clicked() {
        actions.push(Action::SetBodies(vec![body_key(report)]));
        actions.push(Action::SetIndicators(vec![found.indicator.clone()]));
        actions.push(Action::Go(Address::Trend));
    }
    if ui.button(cx.text("report-copy-cited")).on_hover_text(cx.text("report-copy-hint")).clicked() {
        let whole = cite::sentence(page, figure).text;
        let text = if whole.is_empty() { &facts.quote.text } else { &whole };
        actions.push(Action::Copy(cite::cited(text, report, cx)));
    }
}

/// The sentence on its ground, the number in bold.
pub fn quote(ui: &mut Ui, quote: &Quote, tokens: &Tokens) {
    let frame = Frame::NONE
        .fill(tokens.sentence)
        .inner_margin(Margin::same(8))
        .corner_radius(CornerRadius::same(theme::RADIUS));
    frame.show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        let format = |family: FontFamily| TextFormat {
            line_height: Some((size::BODY * 1.5).round()),
            ..TextFormat::simple(FontId::new(size::BODY, family), tokens.text)
        };
        let mut job = LayoutJob::default();
        let text = |range: std::ops::Range<usize>| quote.text.get(range).unwrap_or_default();
        job.append(text(0..quote.at.start), 0.0, format(FontFamily::Proportional));
        job.append(text(quote.at.clone()), 0.0, format(theme::bold_family()));
        job.append(text(quote.at.end..quote.text.len()), 0.0, format(FontFamily::Proportional));
        ui.add(Label::new(job).wrap());
    });
}

fn gather(page: &ReportPage, figure: usize, cx: &Cx<'_>) -> Facts {
    let all = page.loaded.observations();
    let Some(found) = all.get(figure) else { return Facts::default() };
    let reviewed = page.figures.get(figure).is_some_and(|figure| figure.reviewed);
    let status = cx.text(if reviewed { "report-reviewed" } else { "report-pending" });
    let mut about: Vec<String> = found.year.map(|year| cite::in_year(year, cx)).into_iter().collect();
    about.extend([cx.text(labels::nature(found.nature)), status]);
    let mut remarks = cite::flags(found, cx);
    remarks.extend((found.scope == Scope::Own).then(|| cx.text("scope-own")));
    let report = &page.loaded.stored.summary;
    let row = page.figures.get(figure).and_then(|figure| page.rows.get(figure.row));
    let mut table = Vec::new();
    table.extend(found.label.clone().map(|label| ("report-card-label", label)));
    let prior = all.iter().find(|other| {
        other.indicator == found.indicator && other.nature == Nature::Prior && other.label == found.label
    });
    if found.nature != Nature::Prior {
        let prior = prior.map_or_else(|| cx.text("report-card-unsaid"), |prior| numbers::value(prior, cx.texts));
        table.push(("report-card-prior", prior));
    }
    let changes = page.loaded.stored.changes.iter().filter(|change| change.indicator == found.indicator);
    table.extend(changes.map(|change| ("report-card-change", numbers::stated(change, report.year, cx.texts))));
    table.extend(row.map(|row| {
        let part = cx.text(labels::part(row.part));
        let section = row.section.map(|section| cx.text(labels::section(Some(section))));
        ("report-card-section", section.into_iter().chain([part]).collect::<Vec<_>>().join(" · "))
    }));
    if !found.also.is_empty() {
        let count = found.also.len();
        table.push(("report-card-also", cx.format("report-card-places", &[("count", count.into())])));
    }
    table.push(("report-card-raw", found.raw.clone()));
    table.push(("report-card-rule", found.rule.clone()));
    table.push(("report-card-confidence", format!("{:.2}", found.confidence)));
    let mark = row.and_then(|row| row.marks.iter().find(|mark| mark.figures.contains(&figure)));
    let others = mark.into_iter().flat_map(|mark| &mark.figures).filter(|other| **other != figure);
    let named = |other: &usize| Some((*other, cx.indicator(&all.get(*other)?.indicator).to_owned()));
    Facts {
        name: cx.indicator(&found.indicator).to_owned(),
        value: numbers::value(found, cx.texts),
        about: about.join(" · "),
        remarks,
        table,
        quote: cite::sentence(page, figure).cut(),
        sharing: others.filter_map(named).collect(),
    }
}
