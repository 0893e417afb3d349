//! The plot of a panel and the way from its values to points of the screen.

use std::collections::BTreeSet;

use eframe::egui::accesskit::Role;
use eframe::egui::{Pos2, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo};
use egui_plot::{AxisHints, GridMark, HPlacement, Plot, PlotPoint, PlotTransform, VPlacement};

use super::axes;
use crate::app::theme::{self, RADIUS, size};
use crate::chart::{Axis, ChartKind, Panel};

/// From the first and the last year to the plot's edge, in years.
const INSET: f64 = 0.35;
/// Below and above the value axis, as a share of it.
const MARGIN: f64 = 0.035;
/// The same above bars.
const HEAD: f64 = 0.14;
/// Right of lying bars, for half of the last label.
const BEYOND: f32 = 20.0;

/// A panel's plot on the screen.
pub struct Stage<'a> {
    /// How values are laid out.
    pub kind: ChartKind,
    /// What is painted.
    pub panel: &'a Panel,
    /// Whether bars lie: names of places are long then.
    pub lying: bool,
    /// Where values are painted.
    pub rect: Rect,
    /// What the user does there.
    pub response: Response,
    transform: PlotTransform,
}

impl<'a> Stage<'a> {
    /// Shows the empty plot with its axes. `names` is the room kept free at its right.
    pub fn show(
        ui: &mut Ui,
        at: usize,
        (kind, panel): (ChartKind, &'a Panel),
        (height, axis, names): (f32, f32, f32),
        alt: &str,
        words: Option<&str>,
    ) -> Self {
        let width = ui.available_width() - names;
        let lying = kind == ChartKind::Bars && axes::lying(panel, width);
        let width = if lying { width - BEYOND } else { width };
        let axis = if lying { axes::names_width(panel, width) } else { axis };
        let (x, y) = bounds(panel, lying);
        let tokens = theme::tokens(ui);
        let below = axes::below(kind, panel);
        let shown = axes::Shown::of(panel, lying, (width - axis, height - below));
        let hints = |hints: AxisHints<'static>| {
            let font = eframe::egui::FontId::proportional(size::NOTE);
            hints.label_spacing(0.0..=1.0).tick_label_font(font).tick_label_color(tokens.weak)
        };
        let (values, stands) = (shown.values.clone(), shown.stands.clone());
        let (along, up) = if lying { (values, stands) } else { (stands, values) };
        let (along_marks, up_marks) = (along.positions(), up.positions());
        let plot = Plot::new(("trend_plot", at))
            .width(width)
            .height(height)
            .allow_drag(false)
            .allow_zoom(false)
            .allow_scroll(false)
            .allow_boxed_zoom(false)
            .allow_axis_zoom_drag(false)
            .allow_double_click_reset(false)
            .show_x(false)
            .show_y(false)
            .show_background(false)
            .show_grid([lying, !lying])
            .grid_color(tokens.line)
            .sense(Sense::click())
            .x_grid_spacer(move |_| along_marks.clone())
            .y_grid_spacer(move |_| up_marks.clone())
            .custom_x_axes(vec![
                hints(AxisHints::new_x().formatter(move |mark, _| along.label(mark)))
                    .placement(VPlacement::Bottom)
                    .min_thickness(below),
            ])
            .custom_y_axes(vec![
                hints(AxisHints::new_y().formatter(move |mark, _| up.label(mark)))
                    .placement(HPlacement::Left)
                    .min_thickness(axis),
            ]);
        let shown = plot.show(ui, |plot| {
            plot.set_plot_bounds_x(x.0..=x.1);
            plot.set_plot_bounds_y(y.0..=y.1);
        });
        let stage = Self {
            kind,
            panel,
            lying,
            rect: *shown.transform.frame(),
            response: shown.response,
            transform: shown.transform,
        };
        stage.tell(ui, alt, words);
        stage
    }

    /// Name and focus ring of the plot: it is walked with the arrow keys.
    fn tell(&self, ui: &Ui, alt: &str, words: Option<&str>) {
        self.response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::Figure, true, alt);
            info.current_text_value = words.map(str::to_owned);
            info
        });
        if self.response.has_focus() {
            let stroke = Stroke::new(2.0, theme::tokens(ui).accent);
            ui.painter().rect_stroke(self.rect.expand(2.0), RADIUS, stroke, StrokeKind::Outside);
        }
    }

    /// Where a value stands; `shift` moves it along the axis of places, in places.
    pub fn point(&self, x: i32, shift: f64, value: f64) -> Pos2 {
        let (along, value) = (position(self.panel, x) + shift, value.clamp(self.panel.y.min, self.panel.y.max));
        let point = if self.lying { PlotPoint::new(value, -along) } else { PlotPoint::new(along, value) };
        self.transform.position_from_point(&point)
    }

    /// Points between neighbouring years or places.
    pub fn step(&self) -> f32 {
        let each = self.transform.dpos_dvalue();
        (if self.lying { each[1] } else { each[0] }).abs() as f32
    }
}

/// The position of a mark's `x` along its axis.
pub fn position(panel: &Panel, x: i32) -> f64 {
    match &panel.x {
        Axis::Years { years, .. } => years.iter().position(|year| *year == x).unwrap_or(0) as f64,
        Axis::Places(_) => f64::from(x),
    }
}

type Range = (f64, f64);

fn bounds(panel: &Panel, lying: bool) -> (Range, Range) {
    let along = match &panel.x {
        Axis::Years { years, .. } => (-INSET, years.len().saturating_sub(1) as f64 + INSET),
        Axis::Places(places) => (-0.5, places.len().max(1) as f64 - 0.5),
    };
    let range = (panel.y.max - panel.y.min).max(f64::EPSILON);
    // Marks at the ends of the axis stay clear of the labels; bars stand on it, with room for the value at their end.
    let (below, above) = if matches!(panel.x, Axis::Places(_)) { (0.0, HEAD) } else { (MARGIN, MARGIN) };
    let values = (panel.y.min - range * below, panel.y.min + range * (1.0 + above));
    if lying { (values, (-along.1, -along.0)) } else { (along, values) }
}

/// Positions with their labels: what the plot's axis is painted with.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Labels(pub Vec<(f64, String)>);

impl Labels {
    fn positions(&self) -> Vec<GridMark> {
        // A large step: egui_plot neither thins these out nor fades them.
        self.0.iter().map(|(value, _)| GridMark { value: *value, step_size: 1e12 }).collect()
    }

    fn label(&self, mark: GridMark) -> String {
        self.0.iter().find(|(value, _)| *value == mark.value).map_or_else(String::new, |(_, label)| label.clone())
    }

    /// Leaves only these.
    pub fn keep(mut self, positions: &[usize]) -> Self {
        let positions: BTreeSet<usize> = positions.iter().copied().collect();
        let mut at = 0..;
        self.0.retain(|_| at.next().is_some_and(|at| positions.contains(&at)));
        self
    }
}
