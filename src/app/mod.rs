//! The window: state, actions, panels and dialogs. Nothing is here yet.
//!
//! It will talk to the steps through `jobs` alone: commands out, messages in. It opens no file and no database.
