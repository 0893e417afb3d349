//! Where the user was: back and forward.

use super::action::{Address, Place};

/// Most addresses remembered.
const MOST: usize = 200;

/// The address shown, and those before and after it.
#[derive(Clone, Debug, Default)]
pub struct History {
    before: Vec<Address>,
    now: Address,
    after: Vec<Address>,
}

impl History {
    /// The address shown.
    pub fn now(&self) -> &Address {
        &self.now
    }

    /// Shows an address. Going where one is already makes no step.
    pub fn go(&mut self, address: Address) {
        if address == self.now {
            return;
        }
        self.before.push(std::mem::replace(&mut self.now, address));
        if self.before.len() > MOST {
            self.before.remove(0);
        }
        self.after.clear();
    }

    /// A step back; whether there was one.
    pub fn back(&mut self) -> bool {
        let Some(address) = self.before.pop() else { return false };
        self.after.push(std::mem::replace(&mut self.now, address));
        true
    }

    /// A step forward; whether there was one.
    pub fn forward(&mut self) -> bool {
        let Some(address) = self.after.pop() else { return false };
        self.before.push(std::mem::replace(&mut self.now, address));
        true
    }

    /// Whether there is a step back.
    pub fn can_back(&self) -> bool {
        !self.before.is_empty()
    }

    /// Whether there is a step forward.
    pub fn can_forward(&self) -> bool {
        !self.after.is_empty()
    }

    /// The address that a view showed last.
    pub fn last_of(&self, place: Place) -> Option<&Address> {
        std::iter::once(&self.now).chain(self.before.iter().rev()).find(|address| address.place() == place)
    }

    /// Forgets everything: another library has other reports.
    pub fn clear(&mut self) {
        *self = Self::default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::ReportId;

    fn report(number: i64) -> Address {
        Address::Report { id: Some(ReportId::new(number)), figure: None }
    }

    #[test]
    fn back_and_forward_retrace_the_way() {
        let mut history = History::default();
        for address in [report(1), report(2), Address::Trend] {
            history.go(address);
        }
        history.go(Address::Trend);
        assert!(history.back() && *history.now() == report(2));
        assert!(history.back() && *history.now() == report(1));
        assert!(history.forward() && *history.now() == report(2));
        history.go(Address::Library);
        assert!(!history.can_forward(), "a new way ends the old one");
        assert!(history.back() && *history.now() == report(2));
        assert!(history.back() && history.back() && !history.back());
        assert_eq!(*history.now(), Address::Library);
    }

    #[test]
    fn a_view_remembers_what_it_showed_last() {
        let mut history = History::default();
        history.go(report(1));
        history.go(report(2));
        history.go(Address::Trend);
        assert_eq!(history.last_of(Place::Report), Some(&report(2)));
        assert_eq!(history.last_of(Place::Compare), None);
    }
}
