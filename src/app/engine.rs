//! The window's ends of all channels: the desk, the running job, dialogs and small errands.
//!
//! Nothing here waits. What comes in is handed on as [`Event`]s, which the state folds in before a frame is painted.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::Builder;

use eframe::egui::Context;

use super::dialogs::{self, Ask, Picked};
use crate::error::Error;
use crate::identity::NameTemplate;
use crate::intake::Encoding;
use crate::jobs::desk::{Command, Desk, Reply, Ticket};
use crate::jobs::{self, Handle, Message, Wake};
use crate::paths::Paths;
use crate::quality::{self, Quality};
use crate::reading::{Manner, Reading};
use crate::store::ReportId;

/// What the window starts with.
#[derive(Clone, Debug)]
pub struct Start {
    /// Where library, settings and cache lie.
    pub paths: Paths,
    /// Files named on the command line: shown in a library of their own, unless one was named.
    pub files: Vec<PathBuf>,
    /// Whether a library was named on the command line.
    pub named: bool,
    /// The language named on the command line.
    pub locale: Option<crate::i18n::Locale>,
    /// The language of the system.
    pub system: crate::i18n::Locale,
    /// What went wrong before the window was there, as a sentence.
    pub trouble: Option<String>,
}

/// Something that came in.
pub(super) enum Event {
    /// An answer of the desk.
    Reply(Reply),
    /// A message of the running import.
    Import(Message),
    /// A message of the job that reads reports again.
    Anew(Message),
    /// A message of the job that reads one report again in another encoding.
    Reread(Message),
    /// A file dialog was closed.
    Picked(Picked),
    /// The open library was copied there.
    Kept(Result<PathBuf, Error>),
    /// How right indicators are read.
    Quality(Result<&'static Quality, Error>),
    /// The sample reports lie there.
    Sample(Result<PathBuf, Error>),
}

/// The one job that can change the library, and what its messages are.
struct Job {
    handle: Handle,
    event: fn(Message) -> Event,
}

/// All that runs beside the window.
pub(super) struct Engine {
    desk: Desk,
    job: Option<Job>,
    sender: Sender<Event>,
    events: Receiver<Event>,
    wake: Arc<Wake>,
}

impl Engine {
    pub fn new(context: &Context) -> Result<Self, Error> {
        let painter = context.clone();
        let wake: Arc<Wake> = Arc::new(move || painter.request_repaint());
        let (sender, events) = channel();
        Ok(Self { desk: Desk::new(Arc::clone(&wake))?, job: None, sender, events, wake })
    }

    pub fn ask(&self, command: Command) -> Ticket {
        self.desk.ask(command)
    }

    /// Whether a job runs that changes the library.
    pub fn busy(&self) -> bool {
        self.job.is_some()
    }

    /// Imports into a library that stays files whose names follow `template`.
    pub fn import(&mut self, library: &Path, paths: Vec<PathBuf>, template: Option<NameTemplate>) {
        let handle = jobs::import(library, paths, Arc::new(reader(template)), Arc::clone(&self.wake));
        self.job = Some(Job { handle, event: Event::Import });
    }

    /// Makes a library for these files alone.
    pub fn import_trial(&mut self, place: &Path, paths: Vec<PathBuf>, template: Option<NameTemplate>) {
        let handle = jobs::import_trial(place, paths, Arc::new(reader(template)), Arc::clone(&self.wake));
        self.job = Some(Job { handle, event: Event::Import });
    }

    /// Has reports of a library that another catalogue than the one with `digest` read be read again.
    pub fn read_anew(&mut self, library: &Path, digest: &str) {
        let handle =
            jobs::start_read_anew(library, Arc::new(jobs::read_report), digest.to_owned(), Arc::clone(&self.wake));
        self.job = Some(Job { handle, event: Event::Anew });
    }

    /// Has one report of a library be read again in that encoding.
    pub fn read_as(&mut self, library: &Path, id: ReportId, encoding: Option<Encoding>) {
        let handle = jobs::start_read_as(library, id, encoding, Arc::new(jobs::read_report), Arc::clone(&self.wake));
        self.job = Some(Job { handle, event: Event::Reread });
    }

    pub fn cancel(&self) {
        if let Some(job) = &self.job {
            job.handle.cancel();
        }
    }

    /// Opens a dialog of the system with a title and a name for the files that can be read; its answer comes as an event.
    pub fn pick(&self, ask: Ask, words: [&str; 2]) {
        let send = self.sending();
        dialogs::open(ask, words, move |picked| send(Event::Picked(picked)));
    }

    /// Copies a library.
    pub fn keep(&self, from: PathBuf, to: PathBuf) {
        self.errand("keep", move || Event::Kept(jobs::keep(&from, to)));
    }

    /// Puts the sample reports into a folder.
    pub fn sample(&self, folder: PathBuf) {
        self.errand("sample", move || Event::Sample(jobs::sample::unpack(&folder)));
    }

    /// Reads how right the rules read.
    pub fn quality(&self) {
        self.errand("quality", || Event::Quality(quality::shipped()));
    }

    /// What came in, in order of the channels; at most `most` a frame, so that a burst does not stop the painting.
    pub fn events(&mut self, most: usize) -> Vec<Event> {
        let mut all: Vec<Event> = self.events.try_iter().take(most).collect();
        while all.len() < most
            && let Some(reply) = self.desk.try_next()
        {
            all.push(Event::Reply(reply));
        }
        while all.len() < most
            && let Some((message, event)) = self.job.as_ref().and_then(|job| Some((job.handle.try_next()?, job.event)))
        {
            let last = matches!(message, Message::Done(_) | Message::Cancelled(_) | Message::Failed(_));
            all.push(event(message));
            if last {
                self.job = None;
            }
        }
        if all.len() == most {
            (self.wake)();
        }
        all
    }

    fn sending(&self) -> impl Fn(Event) + Send + 'static {
        let (sender, wake) = (self.sender.clone(), Arc::clone(&self.wake));
        move |event| {
            if sender.send(event).is_ok() {
                wake();
            }
        }
    }

    fn errand(&self, name: &str, work: impl FnOnce() -> Event + Send + 'static) {
        let send = self.sending();
        // Without a thread the errand is not run; the system is out of everything then.
        Builder::new().name(name.into()).spawn(move || send(work())).ok();
    }
}

/// Reads files whose names follow a pattern.
fn reader(template: Option<NameTemplate>) -> impl Fn(&Path, Vec<u8>) -> Result<Reading, Error> {
    let manner = Manner { template, ..Manner::default() };
    move |path, bytes| jobs::read_report(path, bytes, &manner)
}
