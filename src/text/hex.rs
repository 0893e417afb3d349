//! Bytes as text.

/// Bytes as hex digits in lower case.
pub fn hex(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or('0');
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_both_halves() {
        assert_eq!(hex(&[0, 9, 10, 0xab, 255]), "00090aabff");
    }
}
