//! Enumerations and ids as the small values that the file holds.
//!
//! The numbers belong to the file format: they are never changed or used again, whatever becomes of the names.

use rusqlite::Row;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, Value, ValueRef};

use super::decisions::Action;
use super::fault::Fault;
use crate::figures::{Bound, ChangeUnit, Nature, Scope};
use crate::identity::{Field, Kind, Level, Place};
use crate::intake::Format;
use crate::outline::{Part, Section};
use crate::text::hex;

/// An enumeration with a number for each variant.
pub(super) trait Code: Copy + Sized {
    /// The number of the variant.
    fn code(self) -> u8;
    /// The variant of that number.
    fn from_code(code: u8) -> Option<Self>;
}

macro_rules! codes {
    ($($type:ident { $($variant:ident = $code:literal),+ })+) => {$(
        impl Code for $type {
            fn code(self) -> u8 {
                match self { $(Self::$variant => $code),+ }
            }

            fn from_code(code: u8) -> Option<Self> {
                match code { $($code => Some(Self::$variant),)+ _ => None }
            }
        }
    )+};
}

// SQLite stores 0 and 1 in no bytes at all, hence 0 for what is commonest.
codes! {
    Kind { GovernmentReport = 0, DepartmentReport = 1, WorkPlan = 2, Other = 3 }
    Level { Province = 0, Prefecture = 1, County = 2, Zone = 3, Township = 4, Department = 5 }
    Field { Title = 0, Kind = 1, Year = 2, Jurisdiction = 3, Body = 4, Issuer = 5, Published = 6 }
    Place { Title = 0, Body = 1, Chrome = 2, Signature = 3, FileName = 4, Metadata = 5 }
    Format { Txt = 0, Html = 1, Docx = 2, Doc = 4, Wps = 5, Rtf = 6, Ofd = 7, Mhtml = 8, Md = 9, Pdf = 10 }
    Part { Preamble = 0, Achievements = 1, Responsibility = 2, Problems = 3, Plans = 4 }
    Section { Leadership = 1, Functions = 2, Enforcement = 3, Institutions = 4, Disputes = 5, Oversight = 6 }
    Bound { Exact = 0, AtLeast = 1, AtMost = 2, About = 3 }
    Nature { Actual = 0, Target = 1, Cumulative = 2, Partial = 3, Prior = 4, Inferred = 5 }
    Scope { Whole = 0, Own = 1 }
    ChangeUnit { Points = 0, Percent = 1, Times = 2, Absolute = 3 }
    Action { Confirm = 0, Correct = 1, Reject = 2, Add = 3 }
}

/// A variant on its way into or out of a column.
pub(super) struct Coded<T>(pub T);

impl<T: Code> ToSql for Coded<T> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::from(self.0.code()))
    }
}

impl<T: Code> FromSql for Coded<T> {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let number = value.as_i64()?;
        let code = u8::try_from(number).ok().and_then(T::from_code);
        code.map(Coded).ok_or(FromSqlError::OutOfRange(number))
    }
}

/// The columns of a row from left to right. Finding each by its name took half the time of long lists.
pub(super) struct Cells<'a> {
    row: &'a Row<'a>,
    next: usize,
}

impl<'a> Cells<'a> {
    pub fn of(row: &'a Row<'a>) -> Self {
        Self { row, next: 0 }
    }

    /// The value of the next column.
    pub fn next<T: FromSql>(&mut self) -> Result<T, Fault> {
        let at = self.next;
        self.next += 1;
        Ok(self.row.get(at)?)
    }

    /// The variant whose number the next column holds.
    pub fn variant<T: Code>(&mut self) -> Result<T, Fault> {
        self.next::<Coded<T>>().map(|coded| coded.0)
    }

    /// The variant whose number the next column holds, if it holds any.
    pub fn variant_or_none<T: Code>(&mut self) -> Result<Option<T>, Fault> {
        Ok(self.next::<Option<Coded<T>>>()?.map(|coded| coded.0))
    }
}

/// The id of a figure: 8 bytes where it is 16 hex digits in lower case, as it always should be, else the text.
pub(super) fn pack_id(id: &str) -> Value {
    match from_hex::<8>(id) {
        Some(bytes) => Value::Blob(bytes.to_vec()),
        None => Value::Text(id.to_owned()),
    }
}

/// The id that [`pack_id`] packed.
pub(super) struct PackedId(pub String);

impl FromSql for PackedId {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        match value {
            ValueRef::Blob(bytes) => Ok(Self(hex(bytes))),
            _ => value.as_str().map(|text| Self(text.to_owned())),
        }
    }
}

/// `N` bytes from as many pairs of hex digits in lower case.
pub(super) fn from_hex<const N: usize>(text: &str) -> Option<[u8; N]> {
    if text.len() != 2 * N || text.bytes().any(|byte| byte.is_ascii_uppercase()) {
        return None;
    }
    let mut bytes = [0; N];
    for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
        *byte = (hex_digit(pair[0])? << 4) | hex_digit(pair[1])?;
    }
    Some(bytes)
}

fn hex_digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_come_back_whatever_they_are() {
        for id in ["9f2c00ffa1b2c3d4", "9F2C00FFA1B2C3D4", "short", "", "zz2c00ffa1b2c3d4"] {
            let packed = pack_id(id);
            assert_eq!(PackedId::column_result(ValueRef::from(&packed)).unwrap().0, id);
        }
        assert_eq!(pack_id("9f2c00ffa1b2c3d4"), Value::Blob(vec![0x9f, 0x2c, 0, 0xff, 0xa1, 0xb2, 0xc3, 0xd4]));
    }

    #[test]
    fn a_number_without_a_variant_is_refused() {
        let kind = Coded::<Kind>::column_result(ValueRef::Integer(2));
        assert_eq!(kind.unwrap().0, Kind::WorkPlan);
        assert!(Coded::<Kind>::column_result(ValueRef::Integer(9)).is_err());
        assert!(Coded::<Kind>::column_result(ValueRef::Integer(-1)).is_err());
    }
}
