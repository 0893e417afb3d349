//! The preview: asked for a little after a change, turned into a texture once when it comes.

use std::sync::Arc;
use std::time::Duration;

use eframe::egui::accesskit::Role;
use eframe::egui::{ColorImage, Image, RichText, Sense, TextureHandle, TextureOptions, Ui, Vec2, WidgetInfo};

use super::choices::Choices;
use crate::app::action::Action;
use crate::app::cx::Cx;
use crate::app::load::Load;
use crate::app::theme::{self, space};
use crate::chart::ChartSpec;
use crate::jobs::desk::Preview;

/// Width of the preview at most.
pub const WIDTH: f32 = 560.0;
/// Seconds between two questions.
const PAUSE: f64 = 0.2;

/// What was asked, and the picture that came.
#[derive(Default)]
pub struct State {
    asked: Option<Choices>,
    at: f64,
    picture: Option<(Arc<Preview>, TextureHandle)>,
}

impl State {
    /// Asks for a new preview where something that is drawn has changed.
    pub fn ask(&mut self, ui: &Ui, choices: &Choices, spec: &ChartSpec, cx: &Cx<'_>, actions: &mut Vec<Action>) {
        let wanted = choices.drawing();
        if self.asked.as_ref() == Some(&wanted) || choices.size_problem().is_some() {
            return;
        }
        let now = ui.input(|input| input.time);
        if self.asked.is_some() && now - self.at < PAUSE {
            ui.ctx().request_repaint_after(Duration::from_secs_f64(PAUSE - (now - self.at)));
            return;
        }
        self.asked = Some(wanted);
        self.at = now;
        actions.push(Action::Preview(Box::new(choices.order(spec, cx.locale()))));
    }

    fn texture(&mut self, ui: &Ui, page: &Arc<Preview>) -> Option<&TextureHandle> {
        let same = self.picture.as_ref().is_some_and(|(own, _)| Arc::ptr_eq(own, page));
        if !same && page.rgba.len() == page.width * page.height * 4 && page.width * page.height > 0 {
            let image = ColorImage::from_rgba_unmultiplied([page.width, page.height], &page.rgba);
            let texture = ui.ctx().load_texture("export_preview", image, TextureOptions::LINEAR);
            self.picture = Some((Arc::clone(page), texture));
        }
        self.picture.as_ref().map(|(_, texture)| texture)
    }
}

/// Paints the preview into a room that does not change with what comes.
pub fn ui(ui: &mut Ui, state: &mut State, load: &Load<Preview>, height: f32, cx: &Cx<'_>) {
    let width = ui.available_width().min(WIDTH);
    let room = Vec2::new(width, (height - space::XL).max(80.0));
    let (rect, response) = ui.allocate_exact_size(room, Sense::hover());
    ui.painter().rect_filled(rect, theme::RADIUS, cx.tokens.panel);
    let texture = load.page().and_then(|page| state.texture(ui, page));
    if let Some(texture) = texture {
        let most = rect.shrink(space::S).size();
        let own = texture.size_vec2();
        let scale = (most.x / own.x).min(most.y / own.y);
        let place = eframe::egui::Rect::from_center_size(rect.center(), own * scale);
        Image::new(texture).paint_at(ui, place);
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, cx.text("export-preview")));
        ui.painter().rect_stroke(place, 0.0, cx.tokens.hairline(), eframe::egui::StrokeKind::Outside);
    }
    let note = match load {
        Load::Failed(sentence) => RichText::new(sentence).size(theme::size::NOTE).color(cx.tokens.warn),
        Load::Ready(_) => theme::note(cx.text("export-preview"), cx.tokens),
        Load::Idle | Load::Loading { .. } => theme::note(cx.text("export-preview-coming"), cx.tokens),
    };
    ui.label(note);
}
