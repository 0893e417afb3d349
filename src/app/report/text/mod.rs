//! Text of reports on the screen, shared by 报告 and 对比: rows laid out where they are seen, measured little by little.
//!
//! ```text
//! TextRow ─ laid ─▶ lines and rectangles ─ sheet ─▶ painted rows, selection, marks that can be clicked
//!                       heights ◀┘   scroll ─▶ which of them are seen
//! ```

mod heights;
mod laid;
mod rows;
mod scroll;
mod select;
mod sheet;

pub use laid::Look;
pub use rows::{Emphasis, Hit, Scene, Touch};
pub use scroll::Scroll;
pub use sheet::{Anchor, Sheet};
