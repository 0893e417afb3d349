//! Keeping a document's blocks within the limits: long ones split, too many left out.

use super::document::{Block, Warning};
use super::limits;

/// Splits blocks that are too long and leaves out those that are too many.
pub(super) fn enforce(blocks: Vec<Block>, warnings: &mut Vec<Warning>) -> Vec<Block> {
    let mut blocks = if blocks.iter().any(|block| block.text.len() > limits::PARAGRAPH) {
        warnings.push(Warning::SplitParagraph);
        blocks.into_iter().flat_map(split).collect()
    } else {
        blocks
    };
    if blocks.len() > limits::BLOCKS {
        blocks.truncate(limits::BLOCKS);
        if !warnings.contains(&Warning::Truncated) {
            warnings.push(Warning::Truncated);
        }
    }
    blocks
}

/// A block as pieces within the limit, cut after sentences where there are any.
fn split(block: Block) -> Vec<Block> {
    let mut pieces = Vec::new();
    let mut start = 0;
    while block.text.len() - start > limits::PARAGRAPH {
        let limit = block.text.floor_char_boundary(start + limits::PARAGRAPH);
        let window = &block.text[start..limit];
        let sentence = window.rfind('。').map_or(0, |at| at + '。'.len_utf8());
        let end = if sentence > limits::PARAGRAPH / 2 { start + sentence } else { limit };
        pieces.push(block.slice(start, end));
        start = end;
    }
    if start == 0 {
        return vec![block];
    }
    pieces.push(block.slice(start, block.text.len()));
    pieces.retain(|piece| super::traced::inked(&piece.text).is_some());
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::document::{BlockKind, Role};
    use crate::intake::traced::Traced;

    #[test]
    fn long_paragraphs_are_cut_after_sentences() {
        let text = "依法行政，文明执法。".repeat(20_000);
        let mut traced = Traced::default();
        traced.push(&text, 0);
        let mut warnings = Vec::new();
        let blocks = enforce(traced.into_block(Role::Body, BlockKind::Paragraph).into_iter().collect(), &mut warnings);
        assert_eq!(warnings, [Warning::SplitParagraph]);
        assert!(blocks.len() > 1 && blocks.iter().all(|block| block.text.ends_with('。')));
        assert_eq!(blocks.iter().map(|block| block.text.as_str()).collect::<String>(), text);
        assert_eq!(blocks[1].runs[0].from, blocks[0].text.len());
    }
}
