//! The card of a value: how much, whose, how sure, and the sentence that proves it.

use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{Align2, Area, FontFamily, FontId, Frame, Id, Order, Rect, Ui, Vec2};

use super::chart::Painted;
use super::pick::{self, State};
use crate::app::action::Action;
use crate::app::cx::Cx;
use crate::app::theme::{self, size, space};
use crate::chart::{Line, Mark, Proof};
use crate::compare::Standing;
use crate::i18n::{Texts, labels};
use crate::jobs::desk::TrendPage;

/// Width of the card.
const WIDTH: f32 = 340.0;
/// Characters of a sentence before its number that a card shows at most, and behind it.
const AROUND: (usize, usize) = (120, 120);

/// Shows the card of the value that is pointed at.
pub fn ui(ui: &Ui, state: &mut State, page: &TrendPage, panels: &[Painted], cx: &Cx<'_>, actions: &mut Vec<Action>) {
    let Some((pick, spot)) = state.place(panels) else { return };
    let (Some(line), Some(mark)) = (pick.of(&page.spec), pick.mark(&page.spec)) else { return };
    let within = ui.ctx().content_rect();
    let (right, down) = pick::corner(spot.center(), within);
    // Beside a standing bar, not over it; a lying one is too long for that.
    let aside = if spot.height() > spot.width() { spot.width() / 2.0 } else { 0.0 };
    let below = if spot.height() > spot.width() { 0.0 } else { spot.height() / 2.0 };
    let at = spot.center() + Vec2::new(right * (aside + space::M), down * (below + space::M));
    let pivot = match (right > 0.0, down > 0.0) {
        (true, true) => Align2::LEFT_TOP,
        (true, false) => Align2::LEFT_BOTTOM,
        (false, true) => Align2::RIGHT_TOP,
        (false, false) => Align2::RIGHT_BOTTOM,
    };
    let id = Id::unique(("trend_card", pick.panel, pick.line, pick.mark));
    let area = Area::new(id).order(Order::Tooltip).fixed_pos(at).pivot(pivot).constrain_to(within);
    let shown = area.show(ui.ctx(), |ui| {
        Frame::popup(ui.style()).inner_margin(space::M).show(ui, |ui| {
            ui.set_width(WIDTH);
            ui.spacing_mut().item_spacing.y = space::XS;
            words(ui, line, mark, cx);
            let address = pick::address(page, pick);
            if let Some(address) = address
                && ui.link(cx.text("trend-open")).clicked()
            {
                actions.push(Action::Go(address));
            }
        });
    });
    state.card = Some(shown.response.rect.union(Rect::from_center_size(spot.center(), Vec2::splat(1.0))))
        .filter(|card| card.is_finite());
}

fn words(ui: &mut Ui, line: &Line, mark: &Mark, cx: &Cx<'_>) {
    let proof = &mark.proof;
    ui.label(theme::title(&mark.label));
    let place = proof.body.name.as_str();
    let of = [("place", place.into()), ("year", proof.year.to_string().into())];
    let of = cx.format("trend-card-of", &of);
    ui.label(format!("{of}  {}", proof.indicator_name));
    ui.label(theme::note(standing(proof, cx.texts), cx.tokens));
    if line.name_then(proof.year).is_some()
        && let Some(words) = renamed(line, cx)
    {
        ui.label(theme::note(words, cx.tokens));
    }
    if mark.conflict {
        ui.colored_label(cx.tokens.warn, cx.text("trend-card-conflict"));
    }
    ui.add_space(space::XS);
    ui.label(sentence(proof, cx));
    if let Some(title) = &proof.title {
        let cut = crate::chart::scene::plain(f64::from(size::NOTE)).cut(title, f64::from(WIDTH));
        ui.label(theme::note(cut, cx.tokens));
    }
}

/// When its place got its name, and which it had before.
pub fn renamed(line: &Line, cx: &Cx<'_>) -> Option<String> {
    let renamed = line.renamed.as_ref()?;
    let (year, former) = (renamed.year.to_string(), renamed.former.as_str());
    let arguments = [("year", year.into()), ("former", former.into()), ("now", line.body.name.as_str().into())];
    Some(cx.format("chart-renamed", &arguments))
}

/// Whether a value was gone through, what kind of statement it is, and what it rests on.
pub fn standing(proof: &Proof, texts: &Texts) -> String {
    let status = texts.get(if proof.reviewed { "trend-reviewed" } else { "trend-pending" });
    let nature = texts.get(labels::nature(proof.nature));
    let mut parts = vec![status, nature];
    // That the year's own report states it goes without saying.
    let standing = (proof.standing != Standing::Stated).then(|| texts.get(labels::standing(proof.standing)));
    parts.extend(standing.filter(|standing| !parts.contains(standing)));
    parts.extend(proof.label.clone());
    parts.join(" · ")
}

/// The proving sentence with its number bold; of an overlong one the stretch around the number.
fn sentence(proof: &Proof, cx: &Cx<'_>) -> LayoutJob {
    let (start, end) = proof.raw_at;
    let parts = (proof.sentence.get(..start), proof.sentence.get(start..end), proof.sentence.get(end..));
    let (before, number, behind) = match parts {
        (Some(before), Some(number), Some(behind)) => (before, number, behind),
        _ => (proof.sentence.as_str(), "", ""),
    };
    let text = |family: FontFamily| TextFormat {
        font_id: FontId::new(size::BODY, family),
        color: cx.tokens.text,
        ..TextFormat::default()
    };
    let mut job = LayoutJob::default();
    job.wrap.max_width = WIDTH;
    job.append(&tail(before, AROUND.0), 0.0, text(FontFamily::Proportional));
    job.append(number, 0.0, text(theme::bold_family()));
    job.append(&head(behind, AROUND.1), 0.0, text(FontFamily::Proportional));
    job
}

fn tail(text: &str, most: usize) -> String {
    let count = text.chars().count();
    if count <= most {
        text.to_owned()
    } else {
        "…".to_owned() + &text.chars().skip(count - most).collect::<String>()
    }
}

fn head(text: &str, most: usize) -> String {
    if text.chars().count() <= most { text.to_owned() } else { text.chars().take(most).collect::<String>() + "…" }
}
