//! Small inputs that once broke something.
