//! The rail: one button a view.

use eframe::egui::{Align, Button, Color32, Layout, Stroke, Ui, vec2};

use crate::app::action::{Action, Place};
use crate::app::cx::Cx;
use crate::app::theme::{self, space};

/// Height of a button.
const HEIGHT: f32 = 40.0;

pub fn ui(ui: &mut Ui, now: Place, cx: &Cx<'_>, actions: &mut Vec<Action>) {
    ui.spacing_mut().item_spacing.y = space::XS;
    ui.spacing_mut().button_padding.x = space::S;
    for (place, id, hint) in [
        (Place::Library, "place-library", "place-library-hint"),
        (Place::Report, "place-report", "place-report-hint"),
        (Place::Compare, "place-compare", "place-compare-hint"),
        (Place::Trend, "place-trend", "place-trend-hint"),
    ] {
        let chosen = place == now;
        let text = if chosen { theme::bold(cx.text(id)).color(cx.tokens.accent) } else { cx.text(id).into() };
        let fill = if chosen { cx.tokens.chosen } else { Color32::TRANSPARENT };
        let button = Button::new(text).truncate().fill(fill).stroke(Stroke::NONE);
        let button = button.min_size(vec2(ui.available_width(), HEIGHT));
        let response = ui.with_layout(Layout::top_down_justified(Align::Min), |ui| ui.add(button)).inner;
        if response.on_hover_text(cx.text(hint)).clicked() {
            actions.push(Action::Visit(place));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::selection::Selection;
    use crate::figures::Catalogue;
    use crate::i18n::{Locale, Texts};
    use eframe::egui::Shape;
    use egui_kittest::Harness;

    #[test]
    fn the_name_of_the_view_shown_has_room_in_both_rails() {
        // The harness has a margin of its own.
        for width in [84.0, 88.0] {
            let (texts, selection) = (Texts::new(Locale::En), Selection::default());
            let setup = |context: &eframe::egui::Context| {
                crate::app::install_fonts(context);
                theme::install(context);
            };
            let harness =
                Harness::builder().with_size([width + 16.0, 400.0]).with_context_setup(setup).build_ui(move |ui| {
                    let (tokens, catalogue) = (theme::tokens(ui), Catalogue::built_in().unwrap());
                    let cx =
                        Cx { texts: &texts, tokens, catalogue, overview: None, selection: &selection, busy: false };
                    self::ui(ui, Place::Compare, &cx, &mut Vec::new());
                });
            let galleys = harness.output().shapes.iter().filter_map(|clipped| match &clipped.shape {
                Shape::Text(text) => Some(&text.galley),
                _ => None,
            });
            let cut: Vec<_> = galleys.filter(|galley| galley.elided || galley.rows.len() > 1).collect();
            assert!(cut.is_empty(), "{width}: {:?}", cut[0].text());
        }
    }
}
